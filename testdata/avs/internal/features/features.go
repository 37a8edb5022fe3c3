// Package features names the features of the contracts that the service knows, as constants for its flags and wrappers.
//
// The truth about a feature is its entry in compat.yaml; what is here repeats the name, the end of the grace window and
// the ticket, and compatlint reports a constant that says something else. Behaviour belongs to the packages that use them.
package features

import "github.com/compatlint/compatlint/compat"

// Features of NewtonPolicy v0.3.
const (
	PolicyCodeHash         compat.Feature = "policy_code_hash"
	PolicyCodeHashGraceEnd compat.Date    = "2027-05-14"
	PolicyCodeHashTicket                  = "NEWT-1001"

	PolicyMetadata         compat.Feature = "policy_metadata"
	PolicyMetadataGraceEnd compat.Date    = "2027-05-14"
	PolicyMetadataTicket                  = "NEWT-1002"
)

// Features of PolicyClientRegistry v0.2.
const (
	AttestationData         compat.Feature = "attestation_data"
	AttestationDataGraceEnd compat.Date    = "2026-08-01"
	AttestationDataTicket                  = "NEWT-0907"
)
