// Package handlers uses the contract in functions that return no error: what becomes of one there is told, and the path ends.
package handlers

import (
	"context"
	"log"
	"net/http"
	"os"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"example.com/lint/bindings/policy"
	"github.com/compatlint/compatlint/compat"
)

const feature compat.Feature = "policy_code_hash"

type server struct {
	policy *policy.NewtonPolicySession
	gate   *compat.Gate
	target common.Address
	errs   chan error
}

func (s *server) serve(w http.ResponseWriter, value [32]byte) { _, _ = w.Write(value[:]) }

func (s *server) legacy(w http.ResponseWriter) { s.serve(w, [32]byte{}) }

func (s *server) answers(w http.ResponseWriter, r *http.Request) {
	value, err := s.policy.GetPolicyCodeHash()
	switch {
	case err == nil:
		s.serve(w, value)
	case !compat.IsSelectorMiss(err):
		http.Error(w, err.Error(), http.StatusBadGateway)
	case s.gate.IsStrict(r.Context(), feature):
		http.Error(w, "policy is too old: "+err.Error(), http.StatusConflict)
	default:
		s.gate.RecordLegacy(r.Context(), feature, s.target)
		s.legacy(w)
	}
}

func (s *server) losesError(w http.ResponseWriter, r *http.Request) {
	value, err := s.policy.GetPolicyCodeHash() // want `\[dualpath/error-swallowed\]`
	switch {
	case err == nil:
		s.serve(w, value)
	case !compat.IsSelectorMiss(err):
		return
	case s.gate.IsStrict(r.Context(), feature):
		http.Error(w, "policy is too old: "+err.Error(), http.StatusConflict)
	default:
		s.gate.RecordLegacy(r.Context(), feature, s.target)
		s.legacy(w)
	}
}

func (s *server) everyError(w http.ResponseWriter, r *http.Request) {
	value, err := s.policy.GetPolicyCodeHash() // want `\[dualpath/every-error\]`
	if err != nil {
		s.gate.RecordLegacy(r.Context(), feature, s.target)
		s.legacy(w)
		return
	}
	s.serve(w, value)
}

func (s *server) everyErrorLogged(w http.ResponseWriter, r *http.Request) {
	value, err := s.policy.GetPolicyCodeHash() // want `\[dualpath/every-error\]`
	if err != nil {
		log.Print(err)
		s.gate.RecordLegacy(r.Context(), feature, s.target)
		s.legacy(w)
		return
	}
	s.serve(w, value)
}

func (s *server) onlyLogs(w http.ResponseWriter) {
	value, err := s.policy.GetPolicyCodeHash() // want `\[directcall/unguarded\]`
	if err != nil {
		log.Print(err)
		return
	}
	s.serve(w, value)
}

func (s *server) sends(ctx context.Context) {
	_, err := s.policy.GetPolicyCodeHash()
	if compat.IsSelectorMiss(err) && !s.gate.IsStrict(ctx, feature) {
		s.gate.RecordLegacy(ctx, feature, s.target)
		return
	}
	s.errs <- err
}

func (s *server) exits(ctx context.Context) [32]byte {
	value, err := s.policy.GetPolicyCodeHash()
	if err == nil {
		return value
	}
	if !compat.IsSelectorMiss(err) {
		log.Fatal("no hash")
	}
	if s.gate.IsStrict(ctx, feature) {
		stop(1)
	}
	s.gate.RecordLegacy(ctx, feature, s.target)
	return [32]byte{}
}

func stop(code int) {
	log.Print("policy is too old")
	os.Exit(code)
}

func (s *server) mayExit(ctx context.Context) [32]byte {
	value, err := s.policy.GetPolicyCodeHash() // want `\[dualpath/strict-serves-legacy\]`
	if err == nil {
		return value
	}
	if !compat.IsSelectorMiss(err) {
		log.Fatal(err)
	}
	if s.gate.IsStrict(ctx, feature) {
		stopIf(ctx, 1)
	}
	s.gate.RecordLegacy(ctx, feature, s.target)
	return [32]byte{}
}

func stopIf(ctx context.Context, code int) {
	if ctx.Err() != nil {
		return
	}
	os.Exit(code)
}

func (s *server) helperOfTests(t *testing.T, ctx context.Context) [32]byte {
	value, err := s.policy.GetPolicyCodeHash()
	if err != nil && (!compat.IsSelectorMiss(err) || s.gate.IsStrict(ctx, feature)) {
		t.Fatal(err)
	}
	if err != nil {
		s.gate.RecordLegacy(ctx, feature, s.target)
	}
	return value
}

// serveAll tells of failures and goes on.
func (s *server) serveAll(ctx context.Context, all []*policy.NewtonPolicySession) {
	for _, p := range all {
		_, err := p.GetPolicyCodeHash()
		switch {
		case err == nil:
		case compat.IsSelectorMiss(err) && !s.gate.IsStrict(ctx, feature):
			s.gate.RecordLegacy(ctx, feature, s.target)
		default:
			log.Print(err)
		}
	}
}
