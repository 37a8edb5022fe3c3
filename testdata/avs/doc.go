// Package avs is the root of compatlint's example: a small operator service that calls upgradeable policy contracts.
//
// It holds nothing but tests that run the service's packages against the real contracts on a simulated chain. The
// service is in cmd/gateway and cmd/operator, README.md lists which of its call sites are right and which are wrong.
package avs
