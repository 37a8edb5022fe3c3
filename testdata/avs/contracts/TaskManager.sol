// SPDX-License-Identifier: MIT
pragma solidity ^0.8.27;

/// @notice The part of a policy that the task manager reads.
interface IPolicyCodeHash {
    function getPolicyCodeHash() external view returns (bytes32);
}

/// @title TaskManager
/// @notice Evaluation tasks and the operators' responses. It reads the policy's code hash itself, so a hash that
/// is sent for a policy without that function reverts inside this contract, with empty revert data and far from its cause.
contract TaskManager {
    struct Task {
        address policy;
        address creator;
        bytes32 payload;
        uint64 createdAt;
    }

    Task[] internal tasks;
    mapping(uint256 => bytes32) internal responses;
    bytes32 internal lastCodeHash;

    error UnknownTask(uint256 id);
    error AlreadyAnswered(uint256 id);
    error WrongCodeHash(bytes32 got, bytes32 want);

    event TaskCreated(uint256 indexed id, address indexed policy, bytes32 payload);
    event TaskResponded(uint256 indexed id, address indexed operator, bytes32 response);

    function createTask(address policy, bytes32 payload) external returns (uint256 id) {
        id = tasks.length;
        tasks.push(Task(policy, msg.sender, payload, uint64(block.timestamp)));
        emit TaskCreated(id, policy, payload);
    }

    /// @notice Stores the response to a task. The code hash binds it to the policy's program; the zero hash skips that, for
    /// legacy policies.
    function respondToTask(uint256 id, bytes32 response, bytes32 codeHash) external {
        if (id >= tasks.length) revert UnknownTask(id);
        if (responses[id] != 0) revert AlreadyAnswered(id);
        if (codeHash != 0) {
            bytes32 want = IPolicyCodeHash(tasks[id].policy).getPolicyCodeHash();
            if (codeHash != want) revert WrongCodeHash(codeHash, want);
            lastCodeHash = want;
        }
        responses[id] = response;
        emit TaskResponded(id, msg.sender, response);
    }

    function getTask(uint256 id) external view returns (Task memory) {
        if (id >= tasks.length) revert UnknownTask(id);
        return tasks[id];
    }

    function taskCount() external view returns (uint256) {
        return tasks.length;
    }

    function taskResponse(uint256 id) external view returns (bytes32) {
        return responses[id];
    }

    /// @notice The code hash of the policy whose task was answered last. It has the selector of NewtonPolicy's
    /// function of the same name, but it is another contract's.
    function policyCodeHash() external view returns (bytes32) {
        return lastCodeHash;
    }
}
