package compat

// CacheObserver is told of every read of a flag from the chain. Telemetry implements it, so that this package needs no
// metrics library: StrictnessRead sets the gauge policy_strictness_flag{chain_id,feature}, and StrictnessReadFailed adds
// one to strictness_cache_rpc_failures_total{chain_id,reason}.
// Implementations must be safe for concurrent use and must not block.
type CacheObserver interface {
	// StrictnessRead is called when a flag was read.
	StrictnessRead(chainID uint64, feature Feature, strict bool)

	// StrictnessReadFailed is called when a flag could not be read. The last known value stays in use.
	StrictnessReadFailed(chainID uint64, feature Feature, reason ReadFailure)
}

// A ReadFailure says why a flag could not be read, in a word that is fit for the label of a metric.
type ReadFailure string

// The reasons. All but the first mean that the configuration is wrong: they do not pass by themselves.
const (
	// FailureRPC means that no usable answer came: transport, HTTP, rate limit, node state, timeout.
	FailureRPC ReadFailure = "rpc"

	// FailureNoContract means that there is no contract at the address of the registry.
	FailureNoContract ReadFailure = "no_contract"

	// FailureWrongContract means that the contract at the address of the registry does not answer isStrict(bytes32)
	// with a boolean.
	FailureWrongContract ReadFailure = "wrong_contract"

	// FailureWrongChain means that the node serves another chain than the configured one.
	FailureWrongChain ReadFailure = "wrong_chain"
)

// ReadFailures returns all reasons, so that telemetry can start every counter at zero.
func ReadFailures() []ReadFailure {
	return []ReadFailure{FailureRPC, FailureNoContract, FailureWrongContract, FailureWrongChain}
}
