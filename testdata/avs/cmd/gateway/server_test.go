package main

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/compatlint/compatlint/compat"
)

func TestReply(t *testing.T) {
	const target = "0x00000000000000000000000000000000000000aa"
	refused := &compat.LegacyNotSupportedError{Feature: "policy_code_hash", Target: common.HexToAddress(target)}
	expired := &compat.GraceExpiredError{Feature: "policy_code_hash", GraceEnd: "2027-05-14", Target: common.HexToAddress(target)}
	for name, tc := range map[string]struct {
		address string
		err     error
		status  int
		body    string
	}{
		"value":       {target, nil, http.StatusOK, "newton"},
		"no address":  {"0x12", nil, http.StatusBadRequest, "not an address"},
		"legacy":      {target, fmt.Errorf("quote: %w", refused), http.StatusConflict, "policy_code_hash"},
		"ended":       {target, fmt.Errorf("quote: %w", expired), http.StatusConflict, "2027-05-14"},
		"other error": {target, errors.New("node 10.0.0.7 is down"), http.StatusBadGateway, "cannot be read"},
	} {
		t.Run(name, func(t *testing.T) {
			w := httptest.NewRecorder()
			r := httptest.NewRequest(http.MethodGet, "/policies/"+tc.address, nil)
			r.SetPathValue("address", tc.address)
			reply(w, r, func(context.Context, common.Address) (any, error) { return "newton", tc.err })
			if w.Code != tc.status || !strings.Contains(w.Body.String(), tc.body) {
				t.Errorf("answer is %d %q, want %d with %q", w.Code, w.Body, tc.status, tc.body)
			}
			if strings.Contains(w.Body.String(), "10.0.0.7") {
				t.Error("the answer holds the text of an inner error")
			}
		})
	}
}
