// SPDX-License-Identifier: MIT
pragma solidity ^0.8.27;

/// @title NewtonPolicy
/// @notice The policy implementation from v0.3 on. It adds the code hash (feature policy_code_hash) and the metadata
/// (feature policy_metadata); the rest is the interface of NewtonPolicyV1.
contract NewtonPolicy {
    address public owner;
    string internal cid;
    string internal schema;
    bytes32 public policyCodeHash;
    string internal metadata;

    error AlreadyInitialized();
    error NotOwner();

    event MetadataCidSet(string metadataCid);

    function initialize(address owner_, string calldata policyCid_, string calldata schemaCid_, bytes32 policyCodeHash_)
        external
    {
        if (owner != address(0)) revert AlreadyInitialized();
        owner = owner_;
        cid = policyCid_;
        schema = schemaCid_;
        policyCodeHash = policyCodeHash_;
    }

    function getPolicyCid() external view returns (string memory) {
        return cid;
    }

    function getSchemaCid() external view returns (string memory) {
        return schema;
    }

    function getPolicyCodeHash() external view returns (bytes32) {
        return policyCodeHash;
    }

    function getMetadataCid() external view returns (string memory) {
        return metadata;
    }

    function setMetadataCid(string calldata metadataCid) external {
        if (msg.sender != owner) revert NotOwner();
        metadata = metadataCid;
        emit MetadataCidSet(metadataCid);
    }

    function version() external pure returns (string memory) {
        return "0.3.0";
    }
}
