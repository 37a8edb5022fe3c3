package initial

import (
	"fmt"
	"strings"

	"github.com/compatlint/compatlint/compatregistry"
	"github.com/compatlint/compatlint/compatregistry/edit"
	"github.com/compatlint/compatlint/compatregistry/schema"
)

const head = `# yaml-language-server: $schema=` + schema.URL + `
#
# What the contracts of this service require of it, feature by feature. compatlint init wrote this file from what it found
# in the module; from here on it is yours. Every key: https://github.com/compatlint/compatlint/blob/main/docs/registry.md
version: 1

# Limits on this file itself. These are the defaults.
# policy:
#   warn_before: 30d
#   max_grace: 180d
#   max_extensions: 2
#   max_live_versions: 2
#   require_strictness: true
#   require_record: true

# How does a new version of the contract come to its deployments?
#   rollout: grace     others upgrade them, some late or never: the service serves the old version too, until a date
#   rollout: lockstep  they are upgraded together with the service, which never serves two versions
# grace is the stricter one, so it stands everywhere for now. Correct it, and remove contracts that are not yours to watch.
contracts:
`

const featuresHead = `
# The breaking changes of the contracts. There are none yet: the first compat.lock is the baseline. When a release of the
# contracts brings a function that the service is to call, register it:
#
#   compatlint registry add %s -contract %s -selector '%s' \
#       -version v0.3.0 -grace-end 90d -ticket NEWT-1001
features: {}
`

// maxFiles bounds how many ABI files without a binding are listed: the output of a compiler has hundreds.
const maxFiles = 20

// Text returns the registry. There must be at least one contract or ABI file.
func (f *Found) Text() []byte {
	contracts, comments := f.Contracts, f.Files
	if len(contracts) == 0 { // then the service packs its calls by hand
		contracts, comments = f.Files, nil
	}
	var b strings.Builder
	b.WriteString(head)
	for _, c := range contracts {
		c.write(&b)
	}
	writeComments(&b, comments)
	first := contracts[0]
	signature := "foo(uint256)"
	if len(first.Methods) > 0 {
		signature = first.Methods[0]
	}
	fmt.Fprintf(&b, featuresHead, featureName(signature), first.Name, signature)
	return []byte(b.String())
}

func (c *Contract) write(b *strings.Builder) {
	fmt.Fprintf(b, "  %s:\n    rollout: %s\n", edit.Scalar(c.Name), compatregistry.RolloutGrace)
	if len(c.Packages) > 0 {
		packages := make([]string, len(c.Packages))
		for i, p := range c.Packages {
			packages[i] = edit.Scalar(p)
		}
		fmt.Fprintf(b, "    bindings: [%s]\n", strings.Join(packages, ", "))
	}
	if c.ABIFile != "" {
		fmt.Fprintf(b, "    abi: %s\n", edit.Scalar(c.ABIFile))
	}
	for _, other := range c.Others {
		if c.ABIFile == "" {
			fmt.Fprintf(b, "    # abi: %s  has other functions than the bindings\n", edit.Scalar(other))
		}
	}
}

func writeComments(b *strings.Builder, files []*Contract) {
	if len(files) == 0 {
		return
	}
	b.WriteString("  # ABI files without a binding in the module. Where the service packs calls of them, make them contracts:\n")
	for i, c := range files {
		if i == maxFiles {
			fmt.Fprintf(b, "  # and %d more\n", len(files)-i)
			return
		}
		fmt.Fprintf(b, "  # %s: {rollout: grace, abi: %s}\n", c.Name, edit.Scalar(c.ABIFile))
	}
}

// featureName is an example of a name for a feature that brings the function.
func featureName(signature string) string {
	name, _, _ := strings.Cut(signature, "(")
	var b strings.Builder
	for i, r := range name {
		switch {
		case r >= 'A' && r <= 'Z':
			if i > 0 && !strings.HasSuffix(b.String(), "_") {
				b.WriteByte('_')
			}
			b.WriteRune(r - 'A' + 'a')
		case r >= 'a' && r <= 'z', r >= '0' && r <= '9' && i > 0:
			b.WriteRune(r)
		}
	}
	if b.Len() == 0 {
		return "new_function"
	}
	return strings.Trim(b.String(), "_")
}
