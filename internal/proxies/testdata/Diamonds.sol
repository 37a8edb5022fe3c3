// SPDX-License-Identifier: MIT
pragma solidity ^0.8.27;

/// @notice A diamond of EIP-2535 in the smallest form: facets by selector, the loupe among them.
contract Diamond {
    mapping(bytes4 selector => address facet) internal facets;

    constructor(address loupe, address facet) {
        facets[Loupe.facetAddress.selector] = loupe;
        facets[0xe998a088] = facet;
    }

    fallback() external payable {
        address facet = facets[msg.sig];
        require(facet != address(0), "Diamond: Function does not exist");
        assembly {
            calldatacopy(0, 0, calldatasize())
            let ok := delegatecall(gas(), facet, 0, calldatasize(), 0, 0)
            returndatacopy(0, 0, returndatasize())
            switch ok
            case 0 { revert(0, returndatasize()) }
            default { return(0, returndatasize()) }
        }
    }
}

/// @notice The facet with the loupe. It runs with the storage of the diamond.
contract Loupe {
    mapping(bytes4 selector => address facet) internal facets;

    function facetAddress(bytes4 selector) external view returns (address) {
        return facets[selector];
    }
}

/// @notice A diamond whose fallback does not let anybody see where it leads. It has its loupe itself.
contract Opaque {
    address internal immutable facet;

    constructor(address facet_) {
        facet = facet_;
    }

    function facetAddress(bytes4 selector) external view returns (address) {
        return selector == 0xe998a088 ? facet : address(0);
    }

    fallback() external payable {
        for (uint256 i = 0; i < type(uint256).max; i++) {
            assembly {
                mstore(0, keccak256(0, 32))
            }
        }
    }
}

/// @notice Looks like Opaque and has no loupe: its fallback answers every call with an address, after more steps than are followed.
contract Liar {
    address internal immutable facet;

    constructor(address facet_) {
        facet = facet_;
    }

    fallback() external payable {
        for (uint256 i = 0; i < 5000; i++) {
            assembly {
                mstore(0, keccak256(0, 32))
            }
        }
        address answer = facet;
        assembly {
            mstore(0, answer)
            return(0, 32)
        }
    }
}
