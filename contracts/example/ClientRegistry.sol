// SPDX-License-Identifier: MIT
pragma solidity ^0.8.27;

import {StrictnessFlags} from "../StrictnessFlags.sol";

/// @title ClientRegistryV1
/// @notice An upgradeable registry as it may exist today, behind a proxy and with a storage gap of its own.
contract ClientRegistryV1 {
    address public admin;
    address[] private _clients;
    uint256[48] private __gap;

    event ClientRegistered(address indexed client);

    error NotAdmin(address account);
    error AlreadyInitialized();

    function initialize(address initialAdmin) external {
        if (admin != address(0)) revert AlreadyInitialized();
        admin = initialAdmin;
    }

    function register(address client) external {
        if (msg.sender != admin) revert NotAdmin(msg.sender);
        _clients.push(client);
        emit ClientRegistered(client);
    }

    function clients() external view returns (address[] memory) {
        return _clients;
    }
}

/// @title ClientRegistryV2
/// @notice The same registry with strict flags: the mixin comes last, and the admin decides about every feature.
contract ClientRegistryV2 is ClientRegistryV1, StrictnessFlags {
    /// @inheritdoc StrictnessFlags
    function _authorizeStrictness(bytes32) internal view override {
        if (msg.sender != admin) revert NotAdmin(msg.sender);
    }
}

/// @title ClientRegistryMisplaced
/// @notice How not to do it: the mixin comes first, so that every variable of the registry moves. A test holds on to what
/// goes wrong.
contract ClientRegistryMisplaced is StrictnessFlags, ClientRegistryV1 {
    /// @inheritdoc StrictnessFlags
    function _authorizeStrictness(bytes32) internal view override {
        if (msg.sender != admin) revert NotAdmin(msg.sender);
    }
}
