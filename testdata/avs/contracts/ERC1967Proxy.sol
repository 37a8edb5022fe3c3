// SPDX-License-Identifier: MIT
pragma solidity ^0.8.27;

/// @title ERC1967Proxy
/// @notice A minimal proxy in the layout of EIP-1967. The implementation is chosen in the constructor and there is no
/// way to change it: policy developers own their proxies, and the service cannot upgrade them.
contract ERC1967Proxy {
    /// keccak256("eip1967.proxy.implementation") - 1
    bytes32 internal constant IMPLEMENTATION_SLOT = 0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc;

    error NoCode(address implementation);

    event Upgraded(address indexed implementation);

    constructor(address implementation, bytes memory initData) payable {
        if (implementation.code.length == 0) revert NoCode(implementation);
        assembly {
            sstore(IMPLEMENTATION_SLOT, implementation)
        }
        emit Upgraded(implementation);
        if (initData.length == 0) return;
        (bool ok, bytes memory result) = implementation.delegatecall(initData);
        if (!ok) {
            assembly {
                revert(add(result, 32), mload(result))
            }
        }
    }

    fallback() external payable {
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), sload(IMPLEMENTATION_SLOT), 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch ok
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }

    receive() external payable {}
}
