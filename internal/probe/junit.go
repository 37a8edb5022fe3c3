package probe

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

type junitSuites struct {
	XMLName  xml.Name     `xml:"testsuites"`
	Name     string       `xml:"name,attr"`
	Tests    int          `xml:"tests,attr"`
	Failures int          `xml:"failures,attr"`
	Errors   int          `xml:"errors,attr"`
	Suites   []junitSuite `xml:"testsuite"`
}

type junitSuite struct {
	Name     string      `xml:"name,attr"`
	Tests    int         `xml:"tests,attr"`
	Failures int         `xml:"failures,attr"`
	Errors   int         `xml:"errors,attr"`
	Cases    []junitCase `xml:"testcase"`
}

type junitCase struct {
	ClassName string        `xml:"classname,attr"`
	Name      string        `xml:"name,attr"`
	Failure   *junitMessage `xml:"failure"`
	Error     *junitMessage `xml:"error"`
	Output    string        `xml:"system-out,omitempty"`
}

type junitMessage struct {
	Type    string `xml:"type,attr"`
	Message string `xml:"message,attr"`
	Text    string `xml:",chardata"`
}

// writeJUnit writes a suite for each network and a case for each result. What is missing is a failure, and what is not known an error: those
// who read JUnit tell the two apart as the exit codes do.
func writeJUnit(w io.Writer, r *Report) error {
	all := junitSuites{Name: "compatctl probe"}
	for _, n := range r.Networks {
		suite := junitSuite{Name: n.Name}
		for _, result := range r.Results {
			if result.Network == n.Name {
				suite.add(junitResult(result))
			}
		}
		for i, p := range r.Problems {
			if p.Network == n.Name {
				suite.add(junitCase{
					ClassName: "compatctl." + n.Name, Name: fmt.Sprintf("network can be read (%d)", i+1),
					Error: &junitMessage{Type: inconclusive, Message: p.Message},
				})
			}
		}
		all.Tests, all.Failures, all.Errors = all.Tests+suite.Tests, all.Failures+suite.Failures, all.Errors+suite.Errors
		all.Suites = append(all.Suites, suite)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	encoder := xml.NewEncoder(w)
	encoder.Indent("", "\t")
	if err := encoder.Encode(all); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}

func (s *junitSuite) add(c junitCase) {
	s.Tests++
	if c.Failure != nil {
		s.Failures++
	}
	if c.Error != nil {
		s.Errors++
	}
	s.Cases = append(s.Cases, c)
}

func junitResult(result Result) junitCase {
	c := junitCase{
		ClassName: strings.Join([]string{"compatctl", result.Network, result.Feature}, "."),
		Name:      fmt.Sprintf("%s.%s at %s", result.Contract, result.Signature, result.Target),
	}
	message := &junitMessage{Type: result.Verdict, Message: result.Evidence}
	switch result.Verdict {
	case present:
		c.Output = result.Evidence
	case missing:
		c.Failure = message
	default:
		c.Error = message
	}
	return c
}
