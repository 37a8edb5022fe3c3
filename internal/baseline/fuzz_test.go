package baseline

import "testing"

// FuzzParse checks that a file is either refused, or says the same after it has been written again.
func FuzzParse(f *testing.F) {
	f.Add(header + "\np\tF\tdirectcall\tunguarded\t0xe998a088\tcode_hash\tPolicy.hash()\n")
	f.Add(header + "\r\n-\t-\tgracedate\tends-soon\t-\tcode_hash\t-\r\n")
	f.Fuzz(func(t *testing.T, text string) {
		b, err := parse("known.txt", text)
		if err != nil {
			return
		}
		written := string(b.Text())
		again, err := parse("known.txt", written)
		if err != nil || string(again.Text()) != written {
			t.Errorf("%q is written as %q, and read back with error %v", text, written, err)
		}
	})
}
