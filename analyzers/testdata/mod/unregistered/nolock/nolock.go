// Package nolock has a registry without a lock file.
package nolock

import "example.com/lint/bindings/policy"

func unknown(p *policy.NewtonPolicy) (string, error) { return p.GetMetadataCid(nil) }
