package fork

// stateMethods read state at a block that they name. Endpoints must agree on what they say.
var stateMethods = set("eth_getBalance", "eth_getCode", "eth_getStorageAt", "eth_getTransactionCount")

// readMethods are the others that anvil may ask of the live network. What is on neither list is not passed on: a list of what writes would
// never be complete. Methods that only some nodes have are left out; anvil does without them.
var readMethods = set(
	"eth_blobBaseFee", "eth_blockNumber", "eth_call", "eth_chainId", "eth_createAccessList", "eth_estimateGas", "eth_feeHistory", "eth_gasPrice",
	"eth_getBlockByHash", "eth_getBlockByNumber", "eth_getBlockReceipts", "eth_getBlockTransactionCountByHash",
	"eth_getBlockTransactionCountByNumber", "eth_getLogs", "eth_getProof", "eth_getTransactionByBlockHashAndIndex",
	"eth_getTransactionByBlockNumberAndIndex", "eth_getTransactionByHash", "eth_getTransactionReceipt", "eth_getUncleByBlockHashAndIndex",
	"eth_getUncleByBlockNumberAndIndex", "eth_getUncleCountByBlockHash", "eth_getUncleCountByBlockNumber", "eth_maxPriorityFeePerGas",
	"eth_syncing", "net_version", "web3_clientVersion",
)

func set(names ...string) map[string]bool {
	members := map[string]bool{}
	for _, name := range names {
		members[name] = true
	}
	return members
}
