package featurekey_test

import (
	"testing"

	"github.com/compatlint/compatlint/analyzers/featurekey"
	"github.com/compatlint/compatlint/analyzers/internal/analyzertest"
)

func TestNames(t *testing.T) {
	analyzertest.Run(t, featurekey.Analyzer, "featurekey/names")
}
