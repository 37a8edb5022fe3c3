// Package directives has //compat: comments in all the places where one may stand.
//
// compat: old nodes are served too. That is prose, as is a sentence about //compat:requires that begins with other words.
package directives

// compat: requires policy_code_hash // want `^a directive has no space after //: write //compat:requires \[featurekey/directive\]$`

// A verb later in the sentence makes no directive: compat: requires nothing of its readers.

// compat:
// compat: old nodes answer with empty data.
// compatible: policy_codehash.

//compat // not even a colon

//compat: // want `^//compat: has no verb behind the colon: .*\[featurekey/directive\]$`

//compat:require policy_code_hash // want `^unknown directive //compat:require: .*\[featurekey/directive\]$`

//compat:Requires policy_code_hash // want `^unknown directive //compat:Requires: .*\[featurekey/directive\]$`

// compat:guard selector-miss // want `^a directive has no space after //: write //compat:guard \[featurekey/directive\]$`

//	compat:ignore policy_code_hash until=2026-09-20 -- a tab is a space too // want `^a directive has no space after //: write //compat:ignore \[featurekey/directive\]$`

// compat:passthrough // want `^a directive has no space after //: write //compat:passthrough \[featurekey/directive\]$`

type reader interface {
	//compat:requires policy_code_hash
	hash() error

	//compat:requires policy_codehash -- // want `\[featurekey/unknown\]$`
	mistyped() error

	metadata() error //compat:requires policy_metdata -- // want `did you mean "policy_metadata"\? \[featurekey/unknown\]$`
}

// Every name of a list is looked up.
//
//compat:requires policy_codehash,policy_code_hash,policy_metdata -- // want `"policy_codehash" is not` `"policy_metdata" is not`
func list() error { return nil }

//compat:requires policy_code_hash,,policy_metadata -- // want `^//compat:requires names no feature: .*\[featurekey/directive\]$`
func gap() error { return nil }

//compat:guard supports -- // want `^//compat:guard names no feature: write //compat:guard supports FEATURE \[featurekey/directive\]$`
func supportsNothing() bool { return true }

//compat:guard // want `^//compat:guard needs a kind: .*\[featurekey/directive\]$`
func kindless() bool { return true }

//compat:guard selector-miss -- as the node words it
func classifies(err error) bool { return err != nil }

//compat:guard supports policy_code_hash -- from version 3 on
func supports() bool { return true }

//compat:passthrough -- three attempts
func retry(run func() error) error { return run() }

func ignores() {
	//compat:ignore policy_metadata,policy_codehash until=2026-09-20 -- a reason // want `^feature "policy_codehash" .*\[featurekey/unknown\]$`
	_ = 1
	_ = 2 //compat:ignore settlement_round until=2026-09-20 -- a reason // want `\[featurekey/retired\]$`
	_ = 3 //compat:ignore policy_metadata until=2026-09-20 -- a reason
	_ = 4 //compat:ignore policy_metadata until=2026-09-31 -- staleguard reads dates
}
