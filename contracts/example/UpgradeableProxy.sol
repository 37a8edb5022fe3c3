// SPDX-License-Identifier: MIT
pragma solidity ^0.8.27;

/// @title UpgradeableProxy
/// @notice A proxy in the layout of EIP-1967 that its deployer can upgrade, just enough to show that an upgrade to a registry
/// with strict flags keeps its state. Services use the proxy of their framework.
contract UpgradeableProxy {
    bytes32 private constant SLOT = bytes32(uint256(keccak256("eip1967.proxy.implementation")) - 1);
    address private immutable _deployer = msg.sender;

    error NotDeployer(address account);

    constructor(address implementation) {
        _store(implementation);
    }

    /// @notice Hands all further calls to another implementation.
    function upgradeTo(address implementation) external {
        if (msg.sender != _deployer) revert NotDeployer(msg.sender);
        _store(implementation);
    }

    fallback() external {
        bytes32 slot = SLOT;
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), sload(slot), 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch ok
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }

    function _store(address implementation) private {
        bytes32 slot = SLOT;
        assembly {
            sstore(slot, implementation)
        }
    }
}
