// Package telemetry holds what the packages that report on legacy contracts share: the names of the metrics, the windows of
// the features, and the detections of one request.
//
// compatprom and compatotel turn detections into metrics; compathttp and compatgrpc mark the responses that were served from
// legacy. They meet in the Recorder of the gate:
//
//	metrics, err := compatprom.New(compatprom.Options{Windows: windows})
//	gate := &compat.Gate{Recorder: telemetry.Record(metrics) /* … */}
//
// Nothing here depends on a metrics library or on the network.
package telemetry

// The names of the metrics as Prometheus shows them. docs/telemetry.md describes them.
const (
	// Detections counts calls that met a legacy contract and were served by the legacy path, by chain and feature.
	Detections = "legacy_policy_detections_total"

	// StrictFlag is 1 where a feature is strict and 0 where it is not, by chain and feature.
	StrictFlag = "policy_strictness_flag"

	// ReadFailures counts reads of a strict flag that brought no answer, by chain and reason.
	ReadFailures = "strictness_cache_rpc_failures_total"

	// Introduced is the day on which a feature shipped, in seconds since 1970, by feature.
	Introduced = "legacy_policy_introduced_timestamp_seconds"

	// GraceEnd is the first day on which legacy is refused, in seconds since 1970, by feature.
	GraceEnd = "legacy_policy_grace_end_timestamp_seconds"
)

// The names of the labels. A contract's address is never one: there is no bound to how many there are.
const (
	LabelChain   = "chain_id"
	LabelFeature = "feature"
	LabelReason  = "reason"
)
