// SPDX-License-Identifier: MIT
pragma solidity ^0.8.27;

/// @title PolicyClientRegistry
/// @notice The contracts that ask for policy evaluation (policy clients), and what operators attest about their tasks.
/// v0.1 had attest(bytes32); attest(bytes32,bytes) came with v0.2 (feature attestation_data).
contract PolicyClientRegistry {
    address[] internal clients;
    mapping(address => address) internal policies;
    mapping(bytes32 => mapping(address => bytes)) internal attestations;

    error AlreadyRegistered(address client);
    error NotAClient(address client);

    event ClientRegistered(address indexed client, address indexed policy);
    event Attested(bytes32 indexed digest, address indexed operator, bytes data);

    function register(address client, address policy) external {
        if (policies[client] != address(0)) revert AlreadyRegistered(client);
        policies[client] = policy;
        clients.push(client);
        emit ClientRegistered(client, policy);
    }

    function getAllPolicyClients() external view returns (address[] memory) {
        return clients;
    }

    function isPolicyClient(address client) external view returns (bool) {
        return policies[client] != address(0);
    }

    function policyOf(address client) external view returns (address) {
        address policy = policies[client];
        if (policy == address(0)) revert NotAClient(client);
        return policy;
    }

    function attest(bytes32 digest) external {
        emit Attested(digest, msg.sender, "");
    }

    function attest(bytes32 digest, bytes calldata data) external {
        attestations[digest][msg.sender] = data;
        emit Attested(digest, msg.sender, data);
    }

    function attestation(bytes32 digest, address operator) external view returns (bytes memory) {
        return attestations[digest][operator];
    }
}
