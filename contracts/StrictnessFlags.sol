// SPDX-License-Identifier: MIT
pragma solidity ^0.8.27;

/// @title StrictnessFlags
/// @notice Strict flags and grace ends of features, as a mixin for an upgradeable registry that already exists.
/// @dev A feature is the keccak256 hash of its name in compat.yaml; see featureKey.
///
/// Inherit it in a new contract, after the registry as it is:
///
///     contract RegistryV2 is RegistryV1, StrictnessFlags { ... }
///
/// Named before RegistryV1, or added to the bases of RegistryV1 itself, it would move the variables of RegistryV1 and
/// corrupt every proxy in use. It has no constructor and no initializer: its state before the first call, all zero, says
/// that no feature is strict. It takes 50 slots; those of the gap are what later versions of it may use.
abstract contract StrictnessFlags {
    /// @notice How far ahead a grace end may lie. An end can never be taken back, so a slip of the pen, such as
    /// milliseconds for seconds, must not be accepted.
    uint64 public constant MAX_GRACE = 366 days;

    /// @notice The strict flag of each feature: when it is set, services refuse legacy contracts.
    mapping(bytes32 feature => bool) public strictnessFlags;

    /// @notice The promised end of each feature's grace window in seconds since 1970, 0 where nothing is promised. From this
    /// second on legacy contracts are refused. It only ever grows.
    mapping(bytes32 feature => uint64) public graceEnd;

    /// @dev Room for later versions of this contract.
    uint256[48] private __strictnessGap;

    /// @notice The strict flag of the feature was written, whether or not it changed.
    event StrictnessFlagUpdated(bytes32 indexed feature, bool enabled);

    /// @notice The grace end of the feature was set for the first time (previousEnd is 0), or moved to a later time.
    event GraceEndExtended(bytes32 indexed feature, uint64 previousEnd, uint64 newEnd);

    /// @notice The feature became strict although its window was promised until promisedEnd.
    event GraceEndedEarly(bytes32 indexed feature, uint64 promisedEnd, address indexed by);

    /// @notice The key 0 is no feature.
    error ZeroFeature();

    /// @notice A grace end must be later than the one that is set, and than now.
    error GraceEndNotLater(bytes32 feature, uint64 earliest, uint64 proposed);

    /// @notice A grace end must not lie further ahead than MAX_GRACE.
    error GraceEndTooFar(bytes32 feature, uint64 latest, uint64 proposed);

    /// @notice Sets or clears the strict flag of the feature.
    /// @dev Setting it while a promised grace window is still open ends that window, and says so with GraceEndedEarly.
    function setStrictnessFlag(bytes32 feature, bool enabled) external {
        _checkFeature(feature);
        bool endsWindow = enabled && !strictnessFlags[feature] && block.timestamp < graceEnd[feature];
        strictnessFlags[feature] = enabled;
        emit StrictnessFlagUpdated(feature, enabled);
        if (endsWindow) emit GraceEndedEarly(feature, graceEnd[feature], msg.sender);
    }

    /// @notice Promises that legacy contracts are served until newEnd. There is no function that makes it sooner.
    /// @dev A window that is over may be opened again. The strict flag is left alone: while it is set, legacy is refused
    /// whatever the window says.
    function extendGraceEnd(bytes32 feature, uint64 newEnd) external {
        _checkFeature(feature);
        uint64 previousEnd = graceEnd[feature];
        uint64 present = uint64(block.timestamp);
        uint64 earliest = (previousEnd > present ? previousEnd : present) + 1;
        if (newEnd < earliest) revert GraceEndNotLater(feature, earliest, newEnd);
        if (newEnd > present + MAX_GRACE) revert GraceEndTooFar(feature, present + MAX_GRACE, newEnd);
        graceEnd[feature] = newEnd;
        emit GraceEndExtended(feature, previousEnd, newEnd);
    }

    /// @notice Whether the strict flag of the feature is set. This is what services ask.
    function isStrict(bytes32 feature) external view returns (bool) {
        return strictnessFlags[feature];
    }

    /// @notice Whether legacy contracts are refused now: the strict flag is set, or the promised window is over. For
    /// contracts, which cannot read compat.yaml.
    function isLegacyRefused(bytes32 feature) external view returns (bool) {
        uint64 end = graceEnd[feature];
        return strictnessFlags[feature] || (end != 0 && block.timestamp >= end);
    }

    /// @notice The key of the feature with this name in compat.yaml.
    function featureKey(string calldata name) external pure returns (bytes32) {
        return keccak256(bytes(name));
    }

    /// @dev Reverts unless the sender may decide about the feature. The registry that inherits this says who may.
    function _authorizeStrictness(bytes32 feature) internal view virtual;

    function _checkFeature(bytes32 feature) private view {
        if (feature == bytes32(0)) revert ZeroFeature();
        _authorizeStrictness(feature);
    }
}
