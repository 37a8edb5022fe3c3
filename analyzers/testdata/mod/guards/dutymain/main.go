// Command dutymain moves a duty to nobody.
package main

import (
	"log"

	"example.com/lint/bindings/policy"
)

//compat:requires policy_code_hash
func main() {
	if err := run(nil); err != nil { // want `^run \(feature "policy_metadata", .*\) calls functions that may be missing .*, or move it to a function annotated with //compat:requires policy_metadata \[directcall/unguarded\]`
		log.Fatal(err)
	}
	var p policy.NewtonPolicySession
	if _, err := p.GetPolicyCodeHash(); err != nil { // want `^//compat:requires policy_code_hash on main moves the duty to nobody, since main has no callers: guard .* here \[dualpath/duty-without-callers\]`
		log.Fatal(err)
	}
}

//compat:requires policy_metadata
func run(p *policy.NewtonPolicySession) error {
	_, err := p.GetMetadataCid()
	return err
}
