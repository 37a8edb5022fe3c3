package crawl

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
)

// maxReport is the size of the largest report that is read, in bytes.
const maxReport = 1 << 30

// ReadReport reads the JSON of an earlier crawl of the network.
func ReadReport(name, network string) (*Report, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close() // it was only read
	r := &Report{}
	decoder := json.NewDecoder(io.LimitReader(file, maxReport))
	switch err := decoder.Decode(r); {
	case err != nil:
		return nil, fmt.Errorf("%s: this is not the JSON of a crawl: %w", name, err)
	case r.Version != 1 || r.Network == "":
		return nil, fmt.Errorf("%s: this is not the JSON of a crawl of version 1", name)
	case r.Network != network:
		return nil, fmt.Errorf("%s is a crawl of %s, and this is one of %s", name, r.Network, network)
	}
	return r, nil
}
