// Package classified tells errors apart that need it no more. No feature is named here.
package classified

import (
	"strings"

	"example.com/lint/bindings/settlement"
	"github.com/compatlint/compatlint/compat"
	"github.com/ethereum/go-ethereum/accounts/abi/bind"
)

func classified(s *settlement.Settlement, opts *bind.CallOpts) (uint64, error) {
	epoch, err := s.Epoch(opts) // warn `^the error of Settlement\.epoch\(\) is still classified, but feature "settlement_epoch" is strict, so that legacy is refused anyway: return it as any other, or run compatlint retire settlement_epoch -fix \[staleguard/stale-guard\]$`
	if compat.IsSelectorMiss(err) {
		return 1, nil
	}
	return epoch, err
}

func refused(s *settlement.Settlement, opts *bind.CallOpts) (uint64, error) {
	epoch, err := s.Epoch(opts) // warn `^the error of Settlement\.epoch\(\) is still classified`
	if compat.IsSelectorMiss(err) {
		return 0, err
	}
	return epoch, nil
}

func plain(s *settlement.Settlement, opts *bind.CallOpts) (uint64, error) {
	epoch, err := s.Epoch(opts)
	if err != nil {
		return 0, err
	}
	return epoch, nil
}

func otherError(s *settlement.Settlement, opts *bind.CallOpts, other error) (uint64, error) {
	epoch, err := s.Epoch(opts)
	if compat.IsSelectorMiss(other) {
		return 0, err
	}
	return epoch, err
}

func lookalike(s *settlement.Settlement, opts *bind.CallOpts) (uint64, error) {
	epoch, err := s.Epoch(opts)
	if err != nil && strings.Contains(err.Error(), "reverted") {
		return 0, err
	}
	return epoch, err
}

// A feature in its window is none of staleguard's business.
func alive(s *settlement.Settlement, opts *bind.CallOpts) (uint64, error) {
	validators, err := s.Validators(opts, 1)
	if compat.IsSelectorMiss(err) {
		return 1, nil
	}
	return validators.Next, err
}
