// SPDX-License-Identifier: MIT
pragma solidity ^0.8.27;

/// @title NewtonPolicyV1
/// @notice The policy implementation up to v0.2. Proxies deployed in that time keep it for ever: they are initialised
/// once and never upgraded.
contract NewtonPolicyV1 {
    address public owner;
    string internal cid;
    string internal schema;

    error AlreadyInitialized();

    function initialize(address owner_, string calldata policyCid_, string calldata schemaCid_) external {
        if (owner != address(0)) revert AlreadyInitialized();
        owner = owner_;
        cid = policyCid_;
        schema = schemaCid_;
    }

    function getPolicyCid() external view returns (string memory) {
        return cid;
    }

    function getSchemaCid() external view returns (string memory) {
        return schema;
    }

    function version() external pure returns (string memory) {
        return "0.2.0";
    }
}
