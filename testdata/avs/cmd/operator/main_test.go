package main

import (
	"strings"
	"testing"
)

func TestConfigFrom(t *testing.T) {
	env := map[string]string{
		"AVS_RPC_URL":         "http://localhost:8545",
		"AVS_TASK_MANAGER":    "0x00000000000000000000000000000000000000aa",
		"AVS_CLIENT_REGISTRY": "0x00000000000000000000000000000000000000bb",
		"AVS_KEYSTORE":        "key.json",
		"AVS_PASSWORD_FILE":   "password",
	}
	getenv := func(name string) string { return env[name] }
	cfg, err := configFrom(getenv)
	if err != nil {
		t.Fatal(err)
	}
	if cfg.taskManager.Big().Int64() != 0xaa || cfg.clientRegistry.Big().Int64() != 0xbb {
		t.Errorf("addresses are %s and %s, want those of the environment", cfg.taskManager, cfg.clientRegistry)
	}
	env["AVS_TASK_MANAGER"] = "0x12"
	delete(env, "AVS_KEYSTORE")
	_, err = configFrom(getenv)
	if err == nil {
		t.Fatal("a broken configuration is accepted")
	}
	for _, want := range []string{`AVS_TASK_MANAGER: "0x12" is not an address`, "AVS_KEYSTORE is not set"} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("error is %q, want %q in it", err, want)
		}
	}
}
