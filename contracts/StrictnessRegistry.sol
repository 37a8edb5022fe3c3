// SPDX-License-Identifier: MIT
pragma solidity ^0.8.27;

import {StrictnessFlags} from "./StrictnessFlags.sol";

/// @title StrictnessRegistry
/// @notice Says for each feature whether legacy contracts are refused, and until when they are promised to be served.
/// @dev Not upgradeable. The owner decides about every feature and may name one admin for each. The names of the owner's
/// functions, events and errors are those of OpenZeppelin's Ownable2Step, so that explorers and Safe apps know them. There
/// is no way to renounce ownership: a registry that nobody owns could never refuse legacy again.
contract StrictnessRegistry is StrictnessFlags {
    /// @notice Decides about every feature, and about the admins.
    address public owner;

    /// @notice The account that becomes the owner once it accepts, or 0.
    address public pendingOwner;

    /// @notice The account that decides about the feature beside the owner, or 0.
    mapping(bytes32 feature => address) public featureAdmin;

    /// @notice newOwner was invited to become the owner. A newOwner of 0 withdraws the invitation.
    event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner);

    /// @notice newOwner is the owner from now on.
    event OwnershipTransferred(address indexed previousOwner, address indexed newOwner);

    /// @notice newAdmin is the feature's admin from now on. A newAdmin of 0 leaves the feature to the owner.
    event FeatureAdminUpdated(bytes32 indexed feature, address indexed previousAdmin, address indexed newAdmin);

    /// @notice The account may not do this.
    error OwnableUnauthorizedAccount(address account);

    /// @notice The account cannot be an owner.
    error OwnableInvalidOwner(address owner);

    /// @notice The account is neither the owner nor the feature's admin.
    error NotFeatureAdmin(bytes32 feature, address account);

    modifier onlyOwner() {
        if (msg.sender != owner) revert OwnableUnauthorizedAccount(msg.sender);
        _;
    }

    /// @param initialOwner Owns the registry from the start. It can be a Safe, or an account that hands over to one later.
    constructor(address initialOwner) {
        if (initialOwner == address(0)) revert OwnableInvalidOwner(address(0));
        owner = initialOwner;
        emit OwnershipTransferred(address(0), initialOwner);
    }

    /// @notice Invites newOwner to become the owner. Nothing changes until it calls acceptOwnership, so that a mistyped
    /// address, or a Safe on another chain, cannot lose the registry.
    function transferOwnership(address newOwner) external onlyOwner {
        pendingOwner = newOwner;
        emit OwnershipTransferStarted(owner, newOwner);
    }

    /// @notice Makes the invited account the owner. Only it can call this. The features keep their admins.
    function acceptOwnership() external {
        if (msg.sender != pendingOwner) revert OwnableUnauthorizedAccount(msg.sender);
        emit OwnershipTransferred(owner, msg.sender);
        owner = msg.sender;
        pendingOwner = address(0);
    }

    /// @notice Lets newAdmin decide about the feature, in place of the admin before it.
    function setFeatureAdmin(bytes32 feature, address newAdmin) external onlyOwner {
        if (feature == bytes32(0)) revert ZeroFeature();
        emit FeatureAdminUpdated(feature, featureAdmin[feature], newAdmin);
        featureAdmin[feature] = newAdmin;
    }

    /// @inheritdoc StrictnessFlags
    function _authorizeStrictness(bytes32 feature) internal view override {
        if (msg.sender != owner && msg.sender != featureAdmin[feature]) revert NotFeatureAdmin(feature, msg.sender);
    }
}
