package enumeration

import (
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
)

const wordSize = 32

// decodeAddresses reads the encoding of one address[]. It never makes more of it than it has bytes.
func decodeAddresses(output []byte, limit int) ([]common.Address, error) {
	if len(output) == 0 {
		return nil, errors.New("the answer is empty: is this the right contract and method?")
	}
	offset, ok := smallNumber(output, 0)
	if !ok || offset%wordSize != 0 {
		return nil, errors.New("the answer is no list of addresses")
	}
	count, ok := smallNumber(output, offset)
	switch {
	case !ok || count > (len(output)-offset-wordSize)/wordSize:
		return nil, errors.New("the answer is a list that is longer than the answer")
	case count > limit:
		return nil, fmt.Errorf("the answer is a list of %d addresses, and the limit is %d", count, limit)
	}
	addresses := make([]common.Address, count)
	for i := range addresses {
		address, err := decodeAddress(output[offset+wordSize*(i+1):][:wordSize])
		if err != nil {
			return nil, fmt.Errorf("element %d of the answer is %w", i, err)
		}
		addresses[i] = address
	}
	return addresses, nil
}

// decodeAddress reads a word that is an address where something can be deployed.
func decodeAddress(word []byte) (common.Address, error) {
	if common.BytesToHash(word[:wordSize-common.AddressLength]) != (common.Hash{}) {
		return common.Address{}, errors.New("no address")
	}
	address := common.BytesToAddress(word)
	if address == (common.Address{}) {
		return common.Address{}, errors.New("the zero address")
	}
	return address, nil
}

// decodeNumber reads the encoding of one number.
func decodeNumber(output []byte) (*uint256.Int, error) {
	switch len(output) {
	case 0:
		return nil, errors.New("the answer is empty: is this the right contract and method?")
	case wordSize:
		return new(uint256.Int).SetBytes(output), nil
	}
	return nil, fmt.Errorf("the answer has %d bytes, and a number has %d", len(output), wordSize)
}

// smallNumber reads a word that is a number no larger than the length of the data.
func smallNumber(data []byte, at int) (int, bool) {
	if at < 0 || at+wordSize > len(data) {
		return 0, false
	}
	n := new(uint256.Int).SetBytes(data[at : at+wordSize])
	if !n.IsUint64() || n.Uint64() > uint64(len(data)) {
		return 0, false
	}
	return int(n.Uint64()), true
}
