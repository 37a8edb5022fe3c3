package main

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"net/http"

	"github.com/ethereum/go-ethereum/common"

	"example.com/avs/internal/chainio"
	"example.com/avs/internal/flags"
	"example.com/avs/internal/metrics"
	"example.com/avs/internal/multicall"
	"example.com/avs/internal/report"
	"example.com/avs/internal/verify"
	"github.com/compatlint/compatlint/compat"
)

// server answers the gateway's requests.
type server struct {
	client   *chainio.Client
	caller   multicall.Caller
	verifier *verify.Verifier
	gate     *compat.Gate
}

func (s *server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /policies/{address}", s.policy)
	mux.HandleFunc("GET /policies/{address}/hash", s.hash)
	mux.HandleFunc("GET /policies/{address}/detail", s.detail)
	mux.HandleFunc("GET /features/{feature}", s.feature)
	mux.HandleFunc("GET /legacy", s.legacy)
	return mux
}

func (s *server) policy(w http.ResponseWriter, r *http.Request) {
	reply(w, r, func(ctx context.Context, target common.Address) (any, error) {
		return s.client.Snapshot(ctx, target)
	})
}

// hash answers with the hash of a policy.
//
// Right: QuoteHash has the guard, and *compat.LegacyNotSupportedError reaches the client as a 409.
func (s *server) hash(w http.ResponseWriter, r *http.Request) {
	reply(w, r, func(ctx context.Context, target common.Address) (any, error) {
		return s.verifier.QuoteHash(ctx, target)
	})
}

func (s *server) detail(w http.ResponseWriter, r *http.Request) {
	reply(w, r, func(ctx context.Context, target common.Address) (any, error) {
		return report.Detail(ctx, s.caller, target)
	})
}

// feature answers whether a feature is strict.
//
// Wrong: the name comes from the request. A feature that does not exist reads as permissive, and no linter can tell.
func (s *server) feature(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("feature")
	writeJSON(w, http.StatusOK, s.gate.IsStrict(r.Context(), compat.Feature(name)))
}

// legacy answers with the counts of legacy contracts that were served.
func (s *server) legacy(w http.ResponseWriter, _ *http.Request) {
	writeJSON(w, http.StatusOK, metrics.Legacy())
}

// logStrictness says at start how the gateway treats legacy policies.
//
// Wrong: the name is misspelt, so the log says "permissive" whatever the flag is.
func (s *server) logStrictness(ctx context.Context) {
	strict, err := flags.IsStrict(ctx, "policy_codehash")
	if err != nil {
		slog.Warn("strictness is unknown", "error", err)
		return
	}
	slog.Info("legacy policies", "refused", strict)
}

// reply answers with what read returns for the address in the request's path.
func reply(w http.ResponseWriter, r *http.Request, read func(context.Context, common.Address) (any, error)) {
	address := r.PathValue("address")
	if !common.IsHexAddress(address) {
		writeJSON(w, http.StatusBadRequest, "not an address: "+address)
		return
	}
	value, err := read(r.Context(), common.HexToAddress(address))
	var strict *compat.LegacyNotSupportedError
	var expired *compat.GraceExpiredError
	switch {
	case err == nil:
		writeJSON(w, http.StatusOK, value)
	case errors.As(err, &strict):
		writeJSON(w, http.StatusConflict, strict.Error())
	case errors.As(err, &expired):
		writeJSON(w, http.StatusConflict, expired.Error())
	default:
		slog.ErrorContext(r.Context(), "read policy", "policy", address, "error", err)
		writeJSON(w, http.StatusBadGateway, "the policy cannot be read")
	}
}

func writeJSON(w http.ResponseWriter, status int, value any) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	if err := json.NewEncoder(w).Encode(value); err != nil {
		slog.Error("write answer", "error", err)
	}
}
