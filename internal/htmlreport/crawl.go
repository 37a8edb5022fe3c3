package htmlreport

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/compatlint/compatlint/compatregistry"
)

// A Crawl is the part of a crawl's JSON that the page shows:
//
//	{
//	  "network": "sepolia",
//	  "block": 7000000,
//	  "features": [{"feature": "policy_code_hash", "legacy": 2, "total": 17}]
//	}
//
// Other keys are skipped, at both levels.
type Crawl struct {
	Network  string
	Block    uint64
	Features []Counted
}

// Counted is how many of the contracts that a feature concerns do not have it.
type Counted struct {
	Feature       string
	Legacy, Total uint64
}

// maxCrawl is the size of the largest crawl that is read, in bytes.
const maxCrawl = 128 << 20

// ReadCrawl reads the JSON of a crawl. What is wrong in it is a [compatregistry.ErrorList].
func ReadCrawl(name string) (*Crawl, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close() // it was only read
	data, err := io.ReadAll(io.LimitReader(file, maxCrawl+1))
	if err != nil {
		return nil, err
	}
	return ParseCrawl(name, data)
}

// ParseCrawl is [ReadCrawl] for what the file holds.
func ParseCrawl(name string, data []byte) (*Crawl, error) {
	p := &crawlParser{name: name, data: data, decoder: json.NewDecoder(bytes.NewReader(data))}
	if len(data) > maxCrawl {
		return nil, p.failed(0, "the file has more than %d MB: give the JSON that compatctl crawl prints", maxCrawl>>20)
	}
	if err := p.valid(); err != nil {
		return nil, err
	}
	if err := p.object(p.read); err != nil {
		return nil, err
	}
	for _, key := range []string{"network", "block", "features"} {
		if !p.has[key] {
			return nil, p.failed(0, "the key %q is missing: a crawl has network, block and features", key)
		}
	}
	return &p.crawl, nil
}

type crawlParser struct {
	name    string
	data    []byte
	decoder *json.Decoder
	crawl   Crawl
	has     map[string]bool // keys of the object that was read last
}

// failed is an error at an offset.
func (p *crawlParser) failed(offset int64, format string, args ...any) error {
	for offset < int64(len(p.data)) && bytes.IndexByte([]byte(" \t\r\n,:"), p.data[offset]) >= 0 {
		offset++ // the decoder stands before what separates values
	}
	before := p.data[:min(offset, int64(len(p.data)))]
	at := compatregistry.Position{File: p.name, Line: bytes.Count(before, []byte("\n")) + 1, Column: len(before) - bytes.LastIndexByte(before, '\n')}
	return compatregistry.ErrorList{{Position: at, Message: fmt.Sprintf(format, args...)}}
}

// valid checks that the whole file is one value. A decoder that is asked for one token after the other does not know where it stands.
func (p *crawlParser) valid() error {
	var all json.RawMessage
	err := json.Unmarshal(p.data, &all)
	var broken *json.SyntaxError
	switch {
	case errors.As(err, &broken) && broken.Error() == "unexpected end of JSON input": // it has no type of its own
		return p.failed(int64(len(p.data)), "the JSON ends too early")
	case errors.As(err, &broken):
		return p.failed(max(broken.Offset-1, 0), "this is not the JSON of one crawl: %v", err)
	}
	return err
}

// broken is an error of the decoder, which finds none in valid JSON.
func (p *crawlParser) broken(err error) error { return p.failed(p.decoder.InputOffset(), "%v", err) }

// object reads an object, handing each key to read, which reads the value.
func (p *crawlParser) object(read func(key string, at int64) error) error {
	if err := p.delimiter('{', "an object"); err != nil {
		return err
	}
	has := map[string]bool{}
	for p.decoder.More() {
		at := p.decoder.InputOffset()
		token, err := p.decoder.Token()
		if err != nil {
			return p.broken(err)
		}
		key, _ := token.(string) // the decoder admits nothing else
		if has[key] {
			return p.failed(at, "the key %q is there twice", key)
		}
		has[key] = true
		if err := read(key, p.decoder.InputOffset()); err != nil {
			return err
		}
	}
	p.has = has
	return p.end()
}

func (p *crawlParser) delimiter(want json.Delim, what string) error {
	at := p.decoder.InputOffset()
	token, err := p.decoder.Token()
	if err != nil {
		return p.broken(err)
	}
	if token != want {
		return p.failed(at, "this has to be %s", what)
	}
	return nil
}

func (p *crawlParser) end() error {
	if _, err := p.decoder.Token(); err != nil {
		return p.broken(err)
	}
	return nil
}

func (p *crawlParser) read(key string, at int64) error {
	switch key {
	case "network":
		return p.text(&p.crawl.Network, key, at)
	case "block":
		return p.number(&p.crawl.Block, key, at)
	case "features":
		return p.features()
	}
	return p.skip()
}

func (p *crawlParser) features() error {
	if err := p.delimiter('[', "a list of features"); err != nil {
		return err
	}
	seen := map[string]bool{}
	for p.decoder.More() {
		at := p.decoder.InputOffset()
		var c Counted
		if err := p.object(c.reader(p)); err != nil {
			return err
		}
		for _, key := range []string{"feature", "legacy", "total"} {
			if !p.has[key] {
				return p.failed(at, "the key %q is missing: a counted feature has feature, legacy and total", key)
			}
		}
		switch {
		case c.Legacy > c.Total:
			return p.failed(at, "feature %q has %d legacy contracts of %d", c.Feature, c.Legacy, c.Total)
		case seen[c.Feature]:
			return p.failed(at, "feature %q is there twice", c.Feature)
		}
		seen[c.Feature] = true
		p.crawl.Features = append(p.crawl.Features, c)
	}
	return p.end()
}

func (c *Counted) reader(p *crawlParser) func(string, int64) error {
	return func(key string, at int64) error {
		switch key {
		case "feature":
			return p.text(&c.Feature, key, at)
		case "legacy":
			return p.number(&c.Legacy, key, at)
		case "total":
			return p.number(&c.Total, key, at)
		}
		return p.skip()
	}
}

// text reads a string that is not empty.
func (p *crawlParser) text(into *string, key string, at int64) error {
	value, err := p.value()
	if err != nil {
		return err
	}
	if json.Unmarshal(value, into) != nil || *into == "" {
		return p.failed(at, "%s has to be a text that is not empty", key)
	}
	return nil
}

// number reads a number, or a text that holds one: some write large numbers so.
func (p *crawlParser) number(into *uint64, key string, at int64) error {
	value, err := p.value()
	if err != nil {
		return err
	}
	if bytes.Equal(value, []byte("null")) || json.Unmarshal(bytes.Trim(value, `"`), into) != nil {
		return p.failed(at, "%s has to be a whole number that is not negative", key)
	}
	return nil
}

func (p *crawlParser) skip() error {
	_, err := p.value()
	return err
}

func (p *crawlParser) value() (json.RawMessage, error) {
	var value json.RawMessage
	if err := p.decoder.Decode(&value); err != nil {
		return nil, p.broken(err)
	}
	return value, nil
}
