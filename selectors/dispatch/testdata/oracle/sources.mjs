// The contracts that are compiled: each source is a function of the compiler's minor version, as the syntax of fallbacks and of inline assembly
// has changed. Names of functions come from a counter, so that the selectors are spread and always the same.

const types = ['uint256', 'address', 'bytes32', 'bool', 'uint32'];

// functions writes n functions with all kinds of arguments, results and mutability.
function functions(prefix, n) {
  const lines = ['uint256 internal total; mapping(address => uint256) public held;'];
  for (let i = 0; i < n; i++) {
    const type = types[i % types.length];
    const name = `${prefix}${i.toString(36)}${'xyzuvw'[i % 6]}`;
    switch (i % 5) {
      case 0: lines.push(`function ${name}() public view returns (uint256) { return total + ${i}; }`); break;
      case 1: lines.push(`function ${name}(${type} a) public returns (${type}) { total += ${i + 1}; return a; }`); break;
      case 2: lines.push(`function ${name}(uint256 a, ${type} b) public payable returns (uint256, ${type}) { held[msg.sender] = a; return (a, b); }`); break;
      case 3: lines.push(`function ${name}(uint256[] memory a) public pure returns (uint256) { require(a.length > ${i}, "short"); return a[0]; }`); break;
      default: lines.push(`function ${name}(bytes memory a) public view returns (bytes32) { require(held[msg.sender] > 0); return keccak256(a); }`);
    }
  }
  return lines.join('\n  ');
}

const fallback = (v, body, payable = true) =>
  (v < 6 ? `function() external ${payable ? 'payable' : ''} { ${body} }` : `fallback() external ${payable ? 'payable' : ''} { ${body} }`);

const sources = {
  One: () => functions('a', 1),
  Two: () => functions('b', 2),
  Three: () => functions('c', 3),
  Four: () => functions('d', 4),
  Five: () => functions('e', 5),
  Eight: () => functions('f', 8),
  Twelve: () => functions('g', 12),
  Twenty: () => functions('h', 20),
  Forty: () => functions('i', 40),
  Ninety: () => functions('j', 90),
  NoFunctions: () => 'uint256 internal nothing;',
  FallbackOnly: (v) => fallback(v, ''),
  FallbackCounts: (v) => `${functions('k', 4)} ${fallback(v, 'total += 1;')}`,
  FallbackRefuses: (v) => `${functions('l', 3)} ${fallback(v, 'revert("no such function");')}`,
  FallbackOfOwner: (v) => `address internal owner; ${functions('m', 3)} ${fallback(v, 'require(msg.sender == owner); total += 1;')}`,
  FallbackLogs: (v) => `event Called(bytes4 indexed what, bytes data); ${functions('n', 6)} ${fallback(v, 'emit Called(msg.sig, msg.data);')}`,
  // Has the selectors of others in its code, as constants and in calls, and not in its dispatcher.
  CallsOthers: () => `${functions('o', 5)}
  function forward(Other a) public returns (uint256) { return a.first(1) + a.second() + a.third(msg.sender, ""); }
  function known(bytes4 id) public pure returns (bool) { return id == 0x01ffc9a7 || id == 0x80ac58cd || id == 0xe998a088; }`,
  ComparesSig: () => `${functions('p', 4)}
  function which() public pure returns (bool) { return msg.sig == 0xe998a088 || msg.sig == bytes4(keccak256("which()")); }`,
  Getters: () => `uint256 public constant VERSION = 3; address public owner; bytes32[] public list; mapping(bytes4 => bool) public seen;
  struct Pair { uint256 a; address b; } mapping(uint256 => Pair) public pairs; string public name;`,
  Modified: () => `address internal owner; modifier only() { require(msg.sender == owner, "owner"); _; }
  function open() public only returns (uint256) { return 1; } function close(uint256 a) public only payable { owner = address(uint160(uint160(a))); }
  function transfer(address a, uint256 b) public only returns (bool) { return a == owner && b > 1; }`.replaceAll('uint160(uint160(a))', 'uint160(a)'),
};

const assemblyDispatch = {
  // A fallback that dispatches by itself, with the selector shifted to the right, as hand-optimised libraries do.
  SwitchInFallback: (v) => `${functions('q', 2)} ${fallback(v, `assembly {
      switch shr(224, calldataload(0))
      case 0xe998a088 { mstore(0, 1) return(0, 32) }
      case 0x4ccf57fe { mstore(0, sload(7)) return(0, 32) }
      default { revert(0, 0) } }`)}`,
};

// contracts returns the name and the source of every contract for a minor version of solc, such as 4 for 0.4.
export function contracts(version) {
  const all = version >= 5 ? { ...sources, ...assemblyDispatch } : sources;
  return Object.entries(all).map(([name, body]) => ({
    name,
    source: `pragma solidity >=0.4.26;
contract Other { function first(uint256 a) public returns (uint256) { return a; } function second() public returns (uint256) { return 2; }
  function third(address, bytes memory) public returns (uint256) { return 3; } }
contract ${name} {
  ${body(version)}
}`,
  })).concat({ name: 'Library', source: library });
}

// Its code begins with a comparison of its own address.
const library = `pragma solidity >=0.4.26;
library Library {
  function sum(uint256[] memory a) public pure returns (uint256 s) { for (uint256 i = 0; i < a.length; i++) s += a[i]; }
  function put(uint256[] storage a, uint256 b) public { a.push(b); }
  function peek(uint256 a, address b) public view returns (bool) { return a > b.balance; }
}`;
