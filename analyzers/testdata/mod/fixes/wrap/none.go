package wrap

func (s *service) hash() (hash [32]byte, err error) {
	run(func(ctx Context) {
		hash, err = s.policy.GetPolicyCodeHash(nil) // want `unguarded`
	})
	return hash, err
}
