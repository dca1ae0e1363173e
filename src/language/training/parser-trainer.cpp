// Trains the tagger and dependency parser: a bidirectional LSTM over word vectors and affixes, with four outputs
// (universal tag, Penn tag, head, relation). Heads and relations follow Dozat and Manning 2017, "Deep biaffine attention".
//
// One file, no dependencies. Vectors of 16 floats are GCC's and Clang's portable vector extension: the compiler turns
// them into what the machine has. One thread, one seed: the same machine and compiler give the same weights again.
//
//   trainer --train A.conllu,B.conllu --dev C.conllu --vectors V.bin --vector-words V.txt --out M.trained
//           [--raw R.txt --teachers M1.trained,M2.trained] [--start M1.trained] [--hidden 160 --layers 3 …]
//
// `train.ts` compiles and calls it; README.md beside it says what each option is for.

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <map>
#include <numeric>
#include <set>
#include <sstream>
#include <string>
#include <unordered_map>
#include <vector>

namespace {

using Floats = std::vector<float>;
using Strings = std::vector<std::string>;

[[noreturn]] void stop(const std::string &reason) {
  std::fprintf(stderr, "trainer: %s\n", reason.c_str());
  std::exit(1);
}

// ---------------------------------------------------------------------------------------------- options

struct Options {
  std::string train, raw, dev, teachers, start, vectors, vectorWords, out = "model.trained";
  int hidden = 160, layers = 3, arcWidth = 128, labelWidth = 128, affixWidth = 64, affixBuckets = 16384;
  int vectorCount = 80000, wordWidth = 100;
  int epochs = 16, batchTokens = 600, leastCount = 2, longest = 120, seed = 1;
  float rate = 2e-3f;
  /// How much of a gold sentence's target comes from the teachers; a raw sentence's comes from them wholly.
  float share = 0.5f;
  /// Share of training sentences read in another case or without their last mark, as headlines are written.
  float noise = 0.04f;
  float dropInput = 0.2f, dropLayer = 0.33f, dropState = 0.2f, dropOutput = 0.33f, dropWord = 0.15f;
  float tagWeight = 0.5f;
};

Strings split(const std::string &text, char mark) {
  Strings parts;
  std::stringstream stream(text);
  for (std::string part; std::getline(stream, part, mark);)
    if (!part.empty()) parts.push_back(part);
  return parts;
}

Options readOptions(int count, char **values) {
  Options o;
  const std::map<std::string, std::string *> texts = {{"--train", &o.train},       {"--raw", &o.raw},
                                                      {"--dev", &o.dev},           {"--teachers", &o.teachers},
                                                      {"--start", &o.start},
                                                      {"--vectors", &o.vectors},   {"--vector-words", &o.vectorWords},
                                                      {"--out", &o.out}};
  const std::map<std::string, int *> numbers = {{"--hidden", &o.hidden},
                                                {"--layers", &o.layers},
                                                {"--arc-width", &o.arcWidth},
                                                {"--label-width", &o.labelWidth},
                                                {"--affix-width", &o.affixWidth},
                                                {"--affix-buckets", &o.affixBuckets},
                                                {"--vector-count", &o.vectorCount},
                                                {"--epochs", &o.epochs},
                                                {"--batch", &o.batchTokens},
                                                {"--seed", &o.seed}};
  const std::map<std::string, float *> fractions = {{"--rate", &o.rate},
                                                    {"--share", &o.share},
                                                    {"--noise", &o.noise},
                                                    {"--tag-weight", &o.tagWeight},
                                                    {"--drop-layer", &o.dropLayer},
                                                    {"--drop-state", &o.dropState},
                                                    {"--drop-input", &o.dropInput},
                                                    {"--drop-word", &o.dropWord},
                                                    {"--drop-output", &o.dropOutput}};
  for (int i = 1; i + 1 < count; i += 2) {
    const std::string name = values[i], value = values[i + 1];
    if (texts.count(name)) *texts.at(name) = value;
    else if (numbers.count(name)) *numbers.at(name) = std::stoi(value);
    else if (fractions.count(name)) *fractions.at(name) = std::stof(value);
    else stop("no option " + name);
  }
  if (o.hidden % 16 || o.arcWidth % 16 || o.labelWidth % 16) stop("widths are multiples of 16");
  return o;
}

// ---------------------------------------------------------------------------------------------- chance

/// Xorshift: the same numbers on every machine.
struct Chance {
  uint64_t state;
  explicit Chance(int seed) : state(88172645463325252ull ^ (static_cast<uint64_t>(seed) * 0x9E3779B97F4A7C15ull)) {
    for (int i = 0; i < 20; i++) next();
  }
  uint64_t next() {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    return state;
  }
  /// 0 to 1.
  float fraction() { return static_cast<float>(next() >> 40) * (1.f / 16777216.f); }
  /// Nearly normal, by the sum of twelve.
  float normal() {
    float sum = -6;
    for (int i = 0; i < 12; i++) sum += fraction();
    return sum;
  }
  size_t below(size_t limit) { return next() % limit; }
};

// ---------------------------------------------------------------------------------------------- sixteen floats

constexpr int width = 16;
using Lanes = float __attribute__((vector_size(width * sizeof(float))));
using WholeLanes = int32_t __attribute__((vector_size(width * sizeof(int32_t))));

inline Lanes load(const float *from) {
  Lanes value;
  std::memcpy(&value, from, sizeof value);
  return value;
}
inline void store(float *to, Lanes value) { std::memcpy(to, &value, sizeof value); }
inline Lanes all(float value) { return Lanes{} + value; }
inline Lanes clamp(Lanes x, float limit) {
  x = x > all(limit) ? all(limit) : x;
  return x < all(-limit) ? all(-limit) : x;
}

/// e^x as a power of two times a polynomial.
inline Lanes exponential(Lanes x) {
  const Lanes y = clamp(x, 30) * 1.4426950408889634f;
  const Lanes shifted = y + (y > all(0) ? all(0.5f) : all(-0.5f));
  const WholeLanes n = __builtin_convertvector(shifted, WholeLanes);
  const Lanes f = y - __builtin_convertvector(n, Lanes);
  Lanes p = all(0.0013333558f);
  p = p * f + 0.0096181291f;
  p = p * f + 0.0555041087f;
  p = p * f + 0.2402265070f;
  p = p * f + 0.6931471806f;
  p = p * f + 1.f;
  return reinterpret_cast<Lanes>(reinterpret_cast<WholeLanes>(p) + (n << 23));
}
inline Lanes sigmoid(Lanes x) { return 1.f / (1.f + exponential(-x)); }
inline Lanes tangent(Lanes x) { return 2.f / (1.f + exponential(-2.f * x)) - 1.f; }

int padded(int count) { return (count + width - 1) / width * width; }

template <int Rows, int Groups>
inline void multiplyBlock(int depth, const float *left, long leftRow, long leftColumn, const float *right, long rightRow,
                          float *out, long outRow, bool add) {
  Lanes sum[Rows][Groups];
  for (int i = 0; i < Rows; i++)
    for (int j = 0; j < Groups; j++) sum[i][j] = add ? load(out + i * outRow + j * width) : all(0);
  for (int k = 0; k < depth; k++) {
    Lanes row[Groups];
    for (int j = 0; j < Groups; j++) row[j] = load(right + k * rightRow + j * width);
    for (int i = 0; i < Rows; i++) {
      const Lanes factor = all(left[i * leftRow + k * leftColumn]);
      for (int j = 0; j < Groups; j++) sum[i][j] += factor * row[j];
    }
  }
  for (int i = 0; i < Rows; i++)
    for (int j = 0; j < Groups; j++) store(out + i * outRow + j * width, sum[i][j]);
}

template <int Groups>
void multiplyColumns(int rows, int depth, const float *left, long leftRow, long leftColumn, const float *right,
                     long rightRow, float *out, long outRow, bool add) {
  int i = 0;
  for (; i + 8 <= rows; i += 8)
    multiplyBlock<8, Groups>(depth, left + i * leftRow, leftRow, leftColumn, right, rightRow, out + i * outRow, outRow, add);
  for (; i + 4 <= rows; i += 4)
    multiplyBlock<4, Groups>(depth, left + i * leftRow, leftRow, leftColumn, right, rightRow, out + i * outRow, outRow, add);
  for (; i < rows; i++)
    multiplyBlock<1, Groups>(depth, left + i * leftRow, leftRow, leftColumn, right, rightRow, out + i * outRow, outRow, add);
}

/// out[rows, columns] = left * right, or += with `add`. left(i, k) = left[i * leftRow + k * leftColumn]; columns: of 16.
void multiply(int rows, int columns, int depth, const float *left, long leftRow, long leftColumn, const float *right,
              long rightRow, float *out, long outRow, bool add) {
  static Floats panel;
  const bool copies = rows >= 64 && depth >= 16;
  if (copies && panel.size() < static_cast<size_t>(depth) * 2 * width) panel.resize(static_cast<size_t>(depth) * 2 * width);
  int j = 0;
  for (; j + 2 * width <= columns; j += 2 * width) {
    const float *from = right + j;
    long row = rightRow;
    if (copies) {
      for (int k = 0; k < depth; k++) std::memcpy(&panel[k * 2 * width], from + k * rightRow, 2 * width * sizeof(float));
      from = panel.data();
      row = 2 * width;
    }
    multiplyColumns<2>(rows, depth, left, leftRow, leftColumn, from, row, out + j, outRow, add);
  }
  if (j < columns) multiplyColumns<1>(rows, depth, left, leftRow, leftColumn, right + j, rightRow, out + j, outRow, add);
}

Floats transposed(int rows, int columns, const Floats &from) {
  Floats to(from.size());
  constexpr int tile = 16;
  for (int i = 0; i < rows; i += tile)
    for (int j = 0; j < columns; j += tile)
      for (int a = i; a < std::min(rows, i + tile); a++)
        for (int b = j; b < std::min(columns, j + tile); b++) to[static_cast<size_t>(b) * rows + a] = from[static_cast<size_t>(a) * columns + b];
  return to;
}

// ---------------------------------------------------------------------------------------------- treebanks

struct Token {
  std::string form, universal, penn, relation;
  int head = -1;
};
using Sentence = std::vector<Token>;

std::vector<Sentence> readTreebank(const std::string &path) {
  std::ifstream file(path);
  if (!file) stop("cannot open " + path);
  std::vector<Sentence> sentences;
  Sentence sentence;
  for (std::string line; std::getline(file, line);) {
    if (line.empty()) {
      if (!sentence.empty()) sentences.push_back(sentence);
      sentence.clear();
      continue;
    }
    if (line[0] == '#') continue;
    const Strings cells = split(line, '\t');
    // Lines such as 3-4 and 5.1 are not words of the basic tree.
    if (cells.size() < 8 || cells[0].find_first_of("-.") != std::string::npos) continue;
    sentence.push_back({cells[1], cells[3], cells[4], cells[7], std::atoi(cells[6].c_str())});
  }
  if (!sentence.empty()) sentences.push_back(sentence);
  return sentences;
}

/// Text without analysis: a sentence a line, its words between spaces.
std::vector<Sentence> readRaw(const std::string &path) {
  std::ifstream file(path);
  if (!file) stop("cannot open " + path);
  std::vector<Sentence> sentences;
  for (std::string line; std::getline(file, line);) {
    Sentence sentence;
    for (const std::string &form : split(line, ' ')) sentence.push_back({form, "", "", "", -1});
    if (sentence.size() > 2) sentences.push_back(sentence);
  }
  return sentences;
}

// ---------------------------------------------------------------------------------------------- words to numbers
// The same steps as in word-features.ts: change both or neither.

std::string lowerAscii(std::string text) {
  for (char &letter : text)
    if (letter >= 'A' && letter <= 'Z') letter += 32;
  return text;
}

/// FNV-1a over UTF-8 with a closing mix.
uint32_t hashOf(const std::string &text) {
  uint32_t value = 2166136261u;
  for (unsigned char byte : text) {
    value ^= byte;
    value *= 16777619u;
  }
  value ^= value >> 15;
  value *= 2246822519u;
  value ^= value >> 13;
  return value;
}

/// Where each code point starts, and the end.
std::vector<int> letterStarts(const std::string &text) {
  std::vector<int> starts;
  for (size_t i = 0; i < text.size();) {
    const unsigned char byte = text[i];
    starts.push_back(static_cast<int>(i));
    i += byte < 128 ? 1 : byte < 224 ? 2 : byte < 240 ? 3 : 4;
  }
  starts.push_back(static_cast<int>(text.size()));
  return starts;
}

std::string shapeOf(const std::string &form) {
  std::string shape;
  for (unsigned char byte : form) {
    const char sign = byte >= 128 ? 'u' : byte >= 'A' && byte <= 'Z' ? 'X' : byte >= 'a' && byte <= 'z' ? 'x' : byte >= '0' && byte <= '9' ? 'd' : static_cast<char>(byte);
    const size_t n = shape.size();
    if (n >= 2 && shape[n - 1] == sign && shape[n - 2] == sign) continue;
    shape += sign;
  }
  return shape;
}

std::vector<int> affixesOf(const std::string &form, bool isFirst, int buckets) {
  const std::string lower = lowerAscii(form);
  const std::vector<int> starts = letterStarts(lower);
  const int letters = static_cast<int>(starts.size()) - 1;
  std::vector<int> all;
  const auto add = [&](const std::string &name) { all.push_back(static_cast<int>(hashOf(name) % buckets)); };
  for (int k = 1; k <= 3; k++) add("p" + std::to_string(k) + lower.substr(0, starts[std::min(k, letters)]));
  for (int k = 1; k <= 4; k++) add("s" + std::to_string(k) + lower.substr(starts[std::max(0, letters - k)]));
  add("h" + shapeOf(form));
  add(std::string("f") + (isFirst ? "1" : "0") + (form[0] >= 'A' && form[0] <= 'Z' ? "U" : "l"));
  return all;
}

struct Vocabulary {
  Strings words, universal, penn, labels;
  /// Universal and Penn tags that were seen together: "NOUN/NN".
  Strings tagPairs;
  std::vector<int> wordCounts;
  std::unordered_map<std::string, int> wordIndex, vectorIndex;
  std::map<std::string, int> universalIndex, pennIndex, labelIndex;
  Floats vectors;
};

std::string withoutSubtype(const std::string &relation) { return relation.substr(0, relation.find(':')); }

const std::set<std::string> pennTags = {
    "#",   "$",   "''",   ",",  "-LRB-", "-RRB-", ".",  ":",  "ADD", "AFX", "CC", "CD", "DT",   "EX",  "FW",  "GW",  "HYPH",
    "IN",  "JJ",  "JJR",  "JJS", "LS",   "MD",    "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR",
    "RBS", "RP",  "SYM",  "TO", "UH",    "VB",    "VBD", "VBG", "VBN", "VBP", "VBZ", "WDT", "WP",  "WP$", "WRB", "XX", "``"};

Vocabulary readVocabulary(const std::vector<Sentence> &sentences, const Options &options) {
  Vocabulary v;
  std::map<std::string, int> words, labels, universal, penn, pairs;
  for (const Sentence &sentence : sentences)
    for (const Token &token : sentence) {
      words[lowerAscii(token.form)]++;
      labels[token.relation]++;
      universal[token.universal]++;
      penn[token.penn]++;
      pairs[token.universal + "/" + token.penn]++;
    }
  v.words = {"<unknown>", "<root>"};
  v.wordCounts = {0, 1000000};
  for (const auto &[word, count] : words)
    if (count >= options.leastCount) {
      v.wordIndex[word] = static_cast<int>(v.words.size());
      v.words.push_back(word);
      v.wordCounts.push_back(count);
    }
  const auto number = [](Strings &names, std::map<std::string, int> &index, const std::string &name) {
    index[name] = static_cast<int>(names.size());
    names.push_back(name);
  };
  for (const auto &[name, count] : labels)
    if (count >= 20 || name.find(':') == std::string::npos) number(v.labels, v.labelIndex, name);
  for (const auto &[name, count] : universal)
    if (name != "_") number(v.universal, v.universalIndex, name);
  for (const auto &[name, count] : penn)
    if (count >= 3 && pennTags.count(name)) number(v.penn, v.pennIndex, name);
  for (const auto &[name, count] : pairs)
    if (count >= 3 && name.find('_') == std::string::npos) v.tagPairs.push_back(name);
  std::ifstream names(options.vectorWords);
  int count = 0;
  for (std::string name; count < options.vectorCount && std::getline(names, name);) v.vectorIndex[name] = count++;
  v.vectors.resize(static_cast<size_t>(count) * options.wordWidth);
  std::ifstream values(options.vectors, std::ios::binary);
  if (count == 0 || !values.read(reinterpret_cast<char *>(v.vectors.data()), static_cast<std::streamsize>(v.vectors.size() * sizeof(float))))
    stop("no vectors in " + options.vectors);
  return v;
}

int vectorOf(const std::string &form, const Vocabulary &v) {
  const std::string lower = lowerAscii(form);
  const auto find = [&](const std::string &key) {
    const auto found = v.vectorIndex.find(key);
    return found == v.vectorIndex.end() ? -1 : found->second;
  };
  if (lower == "“" || lower == "”") return find("\"");
  if (lower == "’s") return find("'s");
  if (lower == "’") return find("'");
  int found = find(lower);
  const bool isNumber = lower.find_first_not_of("0123456789.,") == std::string::npos && lower.find_first_of("0123456789") != std::string::npos;
  if (found < 0 && isNumber) found = find("0");
  const size_t hyphen = lower.rfind('-');
  if (found < 0 && hyphen != std::string::npos && hyphen + 1 < lower.size()) found = find(lower.substr(hyphen + 1));
  return found;
}

/// A sentence in numbers; place 0 is the root.
struct Encoded {
  std::vector<int> word, vector, universal, penn, head, label;
  std::vector<std::vector<int>> affixes;
  int size() const { return static_cast<int>(word.size()); }
};

Encoded encode(const Sentence &sentence, const Vocabulary &v, int buckets) {
  Encoded e;
  const auto push = [&](int word, int vector, int universal, int penn, int head, int label, std::vector<int> affixes) {
    e.word.push_back(word);
    e.vector.push_back(vector);
    e.universal.push_back(universal);
    e.penn.push_back(penn);
    e.head.push_back(head);
    e.label.push_back(label);
    e.affixes.push_back(std::move(affixes));
  };
  const auto find = [](const auto &index, const std::string &name, int otherwise) {
    const auto found = index.find(name);
    return found == index.end() ? otherwise : found->second;
  };
  push(1, -1, -1, -1, -1, -1, {static_cast<int>(hashOf("ROOT") % buckets)});
  for (size_t i = 0; i < sentence.size(); i++) {
    const Token &token = sentence[i];
    const int plain = find(v.labelIndex, withoutSubtype(token.relation), 0);
    push(find(v.wordIndex, lowerAscii(token.form), 0), vectorOf(token.form, v), find(v.universalIndex, token.universal, -1),
         find(v.pennIndex, token.penn, -1), token.head, find(v.labelIndex, token.relation, plain),
         affixesOf(token.form, i == 0, buckets));
  }
  return e;
}

/// The same sentence as a headline or a shout might write it: without the last mark, or in another case.
Sentence disturbed(Sentence sentence, Chance &chance) {
  const float kind = chance.fraction();
  const bool hasMark = sentence.size() > 3 && sentence.back().universal == "PUNCT";
  bool marked = false;
  for (const Token &token : sentence) marked |= token.head == static_cast<int>(sentence.size());
  if (hasMark && !marked && kind < 0.6f) sentence.pop_back();
  if (kind > 0.3f)
    for (Token &token : sentence) {
      std::string &form = token.form;
      if (kind > 0.9f) {
        for (char &letter : form)
          if (letter >= 'a' && letter <= 'z') letter -= 32;
      } else if (kind > 0.75f) {
        form = lowerAscii(form);
      } else if (form.size() > 3 && form[0] >= 'a' && form[0] <= 'z') {
        form[0] -= 32;
      }
    }
  return sentence;
}

// ---------------------------------------------------------------------------------------------- weights

struct Parameter {
  std::string name;
  int rows, columns;
  /// Sparse ones change only where a sentence of the batch used the row.
  bool sparse;
  Floats value, gradient, mean, square;
  std::vector<int> touched;
  std::vector<char> isTouched;
  float *row(int i) { return &value[static_cast<size_t>(i) * columns]; }
  float *gradientRow(int i) {
    if (!isTouched[i]) {
      isTouched[i] = 1;
      touched.push_back(i);
    }
    return &gradient[static_cast<size_t>(i) * columns];
  }
};

/// Teachers' probabilities for one sentence of n places: heads n × n, the others n × their count.
struct Targets {
  Floats heads, labels, universal, penn;
};

struct Example {
  const Encoded *sentence;
  /// Undefined: only the tree counts.
  const Targets *targets;
  float share;
};

struct Answer {
  std::vector<int> head, label, universal, penn;
  Targets probabilities;
};

struct Direction {
  Parameter *input, *state, *bias;
  Floats gates, out, masked, cell, cellTangent, mask;
};

void bestTree(int n, const std::vector<std::vector<double>> &scores, std::vector<int> &heads);

class Network {
public:
  const Options options;
  const int universalCount, pennCount, labelCount, rootLabel;
  const int universalPadded, pennPadded, labelPadded, inputWidth, tagLayer;
  std::vector<Parameter *> parameters;

  Network(const Options &o, const Vocabulary &v, Chance &c)
      : options(o), universalCount(static_cast<int>(v.universal.size())), pennCount(static_cast<int>(v.penn.size())),
        labelCount(static_cast<int>(v.labels.size())), rootLabel(v.labelIndex.at("root")), universalPadded(padded(universalCount)),
        pennPadded(padded(pennCount)), labelPadded(padded(labelCount)), inputWidth(padded(o.wordWidth + o.affixWidth)),
        // Tags are read one layer below the trees: they need less of the sentence.
        tagLayer(o.layers >= 3 ? 2 : 1), vocabulary(v), chance(c) {
    const int hidden = o.hidden, both = 2 * hidden;
    words = add("E", static_cast<int>(v.words.size()), o.wordWidth, 0, true);
    for (size_t i = 0; i < v.words.size(); i++)
      if (!v.vectorIndex.count(v.words[i]))
        for (int k = 0; k < o.wordWidth; k++) words->row(static_cast<int>(i))[k] = 0.1f * chance.normal();
    affixes = add("Af", o.affixBuckets, o.affixWidth, 0.08f, true);
    for (int layer = 0; layer < o.layers; layer++)
      for (int side = 0; side < 2; side++) {
        const int in = layer ? both : inputWidth;
        const std::string end = std::to_string(layer) + std::to_string(side);
        Direction d;
        d.input = add("W" + end, in, 4 * hidden, 1 / std::sqrt(static_cast<float>(in)));
        d.state = add("U" + end, hidden, 4 * hidden, 1 / std::sqrt(static_cast<float>(hidden)));
        d.bias = add("b" + end, 1, 4 * hidden, 0);
        // The forget gate starts open.
        std::fill_n(d.bias->value.begin() + hidden, hidden, 1.f);
        directions.push_back(d);
      }
    tagWeights = add("Wt", both, universalPadded + pennPadded, 0.02f);
    tagBias = add("bt", 1, universalPadded + pennPadded, 0);
    arcWeights = add("Wa", both, 2 * o.arcWidth, 1 / std::sqrt(static_cast<float>(both)));
    arcBias = add("ba", 1, 2 * o.arcWidth, 0);
    labelWeights = add("Wr", both, 2 * o.labelWidth, 1 / std::sqrt(static_cast<float>(both)));
    labelBias = add("br", 1, 2 * o.labelWidth, 0);
    pairWeights = add("Bi", o.arcWidth, o.arcWidth, 0.3f / std::sqrt(static_cast<float>(o.arcWidth)));
    headBias = add("Bh", 1, o.arcWidth, 0);
    relationWeights = add("Wo", o.labelWidth, labelPadded, 1 / std::sqrt(static_cast<float>(o.labelWidth)));
    relationBias = add("bo", 1, labelPadded, 0);
  }

  /// Reads a batch; with `training` adds to the gradients, with `answers` says what it found. Answers the summed loss.
  double run(const std::vector<Example> &batch, bool training, std::vector<Answer> *answers) {
    size = static_cast<int>(batch.size());
    lengths.resize(size);
    longest = 0;
    int tokens = 0;
    for (int b = 0; b < size; b++) {
      lengths[b] = batch[b].sentence->size();
      longest = std::max(longest, lengths[b]);
      tokens += lengths[b] - 1;
    }
    rows = longest * size;
    scale = 1.f / static_cast<float>(tokens);
    readWords(batch, training);
    for (int layer = 0; layer < options.layers; layer++) readLayer(layer, training);
    const int both = 2 * options.hidden, tagWidth = universalPadded + pennPadded;
    linear(layers[tagLayer], tagWeights, tagBias, tags);
    linear(layers[options.layers], arcWeights, arcBias, arcs);
    linear(layers[options.layers], labelWeights, labelBias, relations);
    for (float &x : arcs) x = x > 0 ? x : 0.1f * x;
    Floats arcSigns, arcMask, labelMask;
    if (training) {
      arcSigns = arcs;
      dropColumns(arcs, 2 * options.arcWidth, options.dropOutput, arcMask);
      dropColumns(relations, 2 * options.labelWidth, options.dropOutput, labelMask);
      tagSlope.assign(static_cast<size_t>(rows) * tagWidth, 0);
      arcSlope.assign(static_cast<size_t>(rows) * 2 * options.arcWidth, 0);
      labelSlope.assign(static_cast<size_t>(rows) * 2 * options.labelWidth, 0);
      pairTransposed = transposed(options.arcWidth, options.arcWidth, pairWeights->value);
      relationTransposed = transposed(options.labelWidth, labelPadded, relationWeights->value);
    }
    if (answers) answers->assign(size, Answer());
    double loss = 0;
    for (int b = 0; b < size; b++) {
      Answer *answer = answers ? &(*answers)[b] : nullptr;
      const std::vector<int> heads = readHeads(batch[b], b, training, answer, loss);
      readLabels(batch[b], b, heads, training, answer, loss);
      readTags(batch[b], b, training, answer, loss);
    }
    if (!training) return loss;
    maskColumns(arcSlope, 2 * options.arcWidth, arcMask);
    maskColumns(labelSlope, 2 * options.labelWidth, labelMask);
    for (size_t i = 0; i < arcSlope.size(); i++)
      if (arcSigns[i] <= 0) arcSlope[i] *= 0.1f;
    slope.assign(static_cast<size_t>(rows) * both, 0);
    linearBack(layers[options.layers], arcWeights, arcBias, arcSlope, slope);
    linearBack(layers[options.layers], labelWeights, labelBias, labelSlope, slope);
    for (int layer = options.layers - 1; layer >= 0; layer--) {
      if (layer + 1 == tagLayer) linearBack(layers[tagLayer], tagWeights, tagBias, tagSlope, slope);
      readLayerBack(layer);
    }
    readWordsBack(batch);
    return loss;
  }

  /// One step of Adam (Kingma and Ba 2015) with the gradient's length held at 5.
  void step(float rate, long count) {
    const float first = 0.9f, second = 0.95f, least = 1e-8f;
    double length = 0;
    eachRange([&](Parameter *p, size_t from, size_t n) {
      const float *g = &p->gradient[from];
      Lanes sum = all(0);
      size_t i = 0;
      for (; i + width <= n; i += width) sum += load(g + i) * load(g + i);
      for (int k = 0; k < width; k++) length += sum[k];
      for (; i < n; i++) length += g[i] * g[i];
    });
    const float cut = length > 25 ? static_cast<float>(5 / std::sqrt(length)) : 1;
    const float firstLeft = 1 - std::pow(first, static_cast<float>(count)), secondLeft = 1 - std::pow(second, static_cast<float>(count));
    eachRange([&](Parameter *p, size_t from, size_t n) {
      float *w = &p->value[from], *g = &p->gradient[from], *m = &p->mean[from], *s = &p->square[from];
      for (size_t i = 0; i < n; i++) {
        const float gradient = g[i] * cut;
        m[i] = first * m[i] + (1 - first) * gradient;
        s[i] = second * s[i] + (1 - second) * gradient * gradient;
        w[i] -= rate * (m[i] / firstLeft) / (std::sqrt(s[i] / secondLeft) + least);
        g[i] = 0;
      }
    });
    for (Parameter *p : parameters) {
      for (int row : p->touched) p->isTouched[row] = 0;
      p->touched.clear();
    }
  }

private:
  const Vocabulary &vocabulary;
  Chance &chance;
  Parameter *words, *affixes, *tagWeights, *tagBias, *arcWeights, *arcBias, *labelWeights, *labelBias;
  Parameter *pairWeights, *headBias, *relationWeights, *relationBias;
  std::vector<Direction> directions;
  // What one batch leaves behind for its way back. Rows stand by place, then by sentence.
  int size = 0, longest = 0, rows = 0;
  float scale = 0;
  std::vector<int> lengths, wordUsed;
  std::vector<char> wordDropped;
  std::vector<Floats> layers{8}, turned{8}, masks{8};
  Floats tags, arcs, relations, slope, tagSlope, arcSlope, labelSlope, pairTransposed, relationTransposed;

  Parameter *add(const std::string &name, int rowCount, int columnCount, float spread, bool sparse = false) {
    auto *p = new Parameter{name, rowCount, columnCount, sparse, {}, {}, {}, {}, {}, {}};
    const size_t n = static_cast<size_t>(rowCount) * columnCount;
    p->value.assign(n, 0);
    p->gradient.assign(n, 0);
    p->mean.assign(n, 0);
    p->square.assign(n, 0);
    if (spread > 0)
      for (float &x : p->value) x = spread * chance.normal();
    if (sparse) p->isTouched.assign(rowCount, 0);
    parameters.push_back(p);
    return p;
  }

  template <typename Use> void eachRange(Use use) {
    for (Parameter *p : parameters) {
      if (!p->sparse) use(p, 0, p->value.size());
      else
        for (int row : p->touched) use(p, static_cast<size_t>(row) * p->columns, p->columns);
    }
  }

  void maskColumns(Floats &x, int columns, const Floats &mask) {
    for (int row = 0; row < rows; row++) {
      const float *m = &mask[static_cast<size_t>(row % size) * columns];
      float *at = &x[static_cast<size_t>(row) * columns];
      for (int k = 0; k < columns; k++) at[k] *= m[k];
    }
  }

  /// Drops columns, the same ones at all places of a sentence (Gal and Ghahramani 2016).
  void dropColumns(Floats &x, int columns, float rate, Floats &mask) {
    mask.resize(static_cast<size_t>(size) * columns);
    for (float &m : mask) m = chance.fraction() < rate ? 0 : 1 / (1 - rate);
    maskColumns(x, columns, mask);
  }

  void readWords(const std::vector<Example> &batch, bool training) {
    Floats &x = layers[0];
    x.assign(static_cast<size_t>(rows) * inputWidth, 0);
    wordDropped.assign(rows, 0);
    wordUsed.assign(rows, -1);
    const int n = options.wordWidth;
    for (int b = 0; b < size; b++)
      for (int t = 0; t < lengths[b]; t++) {
        const int row = t * size + b;
        const Encoded &e = *batch[b].sentence;
        int word = e.word[t];
        // Rare words are sometimes unknown, so that unknown ones are not strange later.
        if (training && word > 1 && chance.fraction() < 0.25f / (0.25f + static_cast<float>(vocabulary.wordCounts[word]))) word = 0;
        if (training && t > 0 && chance.fraction() < options.dropWord) wordDropped[row] = 1;
        wordUsed[row] = word;
        float *at = &x[static_cast<size_t>(row) * inputWidth];
        if (!wordDropped[row]) {
          const float *own = words->row(word);
          for (int k = 0; k < n; k++) at[k] = own[k];
          if (e.vector[t] >= 0) {
            const float *fixed = &vocabulary.vectors[static_cast<size_t>(e.vector[t]) * n];
            for (int k = 0; k < n; k++) at[k] += fixed[k];
          }
        }
        for (int affix : e.affixes[t]) {
          const float *own = affixes->row(affix);
          for (int k = 0; k < options.affixWidth; k++) at[n + k] += own[k];
        }
      }
    if (training) dropColumns(x, inputWidth, options.dropInput, masks[0]);
  }

  void readWordsBack(const std::vector<Example> &batch) {
    maskColumns(slope, inputWidth, masks[0]);
    for (int b = 0; b < size; b++)
      for (int t = 0; t < lengths[b]; t++) {
        const int row = t * size + b;
        const float *at = &slope[static_cast<size_t>(row) * inputWidth];
        if (!wordDropped[row]) {
          float *own = words->gradientRow(wordUsed[row]);
          for (int k = 0; k < options.wordWidth; k++) own[k] += at[k];
        }
        for (int affix : batch[b].sentence->affixes[t]) {
          float *own = affixes->gradientRow(affix);
          for (int k = 0; k < options.affixWidth; k++) own[k] += at[options.wordWidth + k];
        }
      }
  }

  /// Each sentence from its end to its start; what lies after the end becomes zero.
  void turn(const float *from, float *to, int columns) {
    for (int b = 0; b < size; b++)
      for (int t = 0; t < longest; t++) {
        float *at = to + (static_cast<size_t>(t) * size + b) * columns;
        if (t < lengths[b]) std::memcpy(at, from + (static_cast<size_t>(lengths[b] - 1 - t) * size + b) * columns, columns * sizeof(float));
        else std::memset(at, 0, columns * sizeof(float));
      }
  }

  void readLayer(int layer, bool training) {
    const int hidden = options.hidden, in = layer ? 2 * hidden : inputWidth;
    turned[layer].resize(static_cast<size_t>(rows) * in);
    turn(layers[layer].data(), turned[layer].data(), in);
    Direction &forward = directions[2 * layer], &backward = directions[2 * layer + 1];
    readDirection(forward, layers[layer].data(), in, training);
    readDirection(backward, turned[layer].data(), in, training);
    Floats back(static_cast<size_t>(rows) * hidden);
    turn(backward.out.data(), back.data(), hidden);
    Floats &out = layers[layer + 1];
    out.resize(static_cast<size_t>(rows) * 2 * hidden);
    for (size_t row = 0; row < static_cast<size_t>(rows); row++) {
      std::memcpy(&out[row * 2 * hidden], &forward.out[row * hidden], hidden * sizeof(float));
      std::memcpy(&out[row * 2 * hidden + hidden], &back[row * hidden], hidden * sizeof(float));
    }
    if (training) dropColumns(out, 2 * hidden, options.dropLayer, masks[layer + 1]);
  }

  void readLayerBack(int layer) {
    const int hidden = options.hidden, in = layer ? 2 * hidden : inputWidth;
    maskColumns(slope, 2 * hidden, masks[layer + 1]);
    Floats left(static_cast<size_t>(rows) * hidden), right(left.size()), rightTurned(left.size());
    for (size_t row = 0; row < static_cast<size_t>(rows); row++) {
      std::memcpy(&left[row * hidden], &slope[row * 2 * hidden], hidden * sizeof(float));
      std::memcpy(&right[row * hidden], &slope[row * 2 * hidden + hidden], hidden * sizeof(float));
    }
    turn(right.data(), rightTurned.data(), hidden);
    Floats first(static_cast<size_t>(rows) * in), second(first.size()), secondTurned(first.size());
    readDirectionBack(directions[2 * layer], layers[layer].data(), in, left.data(), first.data());
    readDirectionBack(directions[2 * layer + 1], turned[layer].data(), in, rightTurned.data(), second.data());
    turn(second.data(), secondTurned.data(), in);
    slope.resize(first.size());
    for (size_t i = 0; i < slope.size(); i++) slope[i] = first[i] + secondTurned[i];
  }

  /// An LSTM from the first place to the last. Gates stand in the order input, forget, output, cell.
  void readDirection(Direction &d, const float *x, int in, bool training) {
    const int hidden = options.hidden, gates = 4 * hidden;
    const size_t n = static_cast<size_t>(rows) * hidden;
    d.gates.resize(4 * n);
    d.out.resize(n);
    d.masked.resize(n);
    d.cell.resize(n);
    d.cellTangent.resize(n);
    for (size_t row = 0; row < static_cast<size_t>(rows); row++) std::memcpy(&d.gates[row * gates], d.bias->value.data(), gates * sizeof(float));
    multiply(rows, gates, in, x, in, 1, d.input->value.data(), gates, d.gates.data(), gates, true);
    d.mask.assign(static_cast<size_t>(size) * hidden, 1);
    if (training)
      for (float &m : d.mask) m = chance.fraction() < options.dropState ? 0 : 1 / (1 - options.dropState);
    for (int t = 0; t < longest; t++) {
      float *z = &d.gates[static_cast<size_t>(t) * size * gates];
      if (t) multiply(size, gates, hidden, &d.masked[static_cast<size_t>(t - 1) * size * hidden], hidden, 1, d.state->value.data(), gates, z, gates, true);
      for (int b = 0; b < size; b++) {
        float *zb = z + static_cast<size_t>(b) * gates;
        const size_t o = (static_cast<size_t>(t) * size + b) * hidden;
        for (int j = 0; j < hidden; j += width) {
          const Lanes input = sigmoid(load(zb + j)), forget = sigmoid(load(zb + hidden + j));
          const Lanes output = sigmoid(load(zb + 2 * hidden + j)), value = tangent(load(zb + 3 * hidden + j));
          const Lanes before = t ? load(&d.cell[o - static_cast<size_t>(size) * hidden + j]) : all(0);
          const Lanes cell = forget * before + input * value, squashed = tangent(cell), out = output * squashed;
          store(zb + j, input);
          store(zb + hidden + j, forget);
          store(zb + 2 * hidden + j, output);
          store(zb + 3 * hidden + j, value);
          store(&d.cell[o + j], cell);
          store(&d.cellTangent[o + j], squashed);
          store(&d.out[o + j], out);
          store(&d.masked[o + j], out * load(&d.mask[static_cast<size_t>(b) * hidden + j]));
        }
      }
    }
  }

  void readDirectionBack(Direction &d, const float *x, int in, const float *outSlope, float *inSlope) {
    const int hidden = options.hidden, gates = 4 * hidden;
    Floats gateSlope(static_cast<size_t>(rows) * gates);
    const Floats state = transposed(hidden, gates, d.state->value);
    Floats stateSlope(static_cast<size_t>(size) * hidden, 0), cellSlope(stateSlope.size(), 0);
    for (int t = longest - 1; t >= 0; t--) {
      for (int b = 0; b < size; b++) {
        const size_t row = static_cast<size_t>(t) * size + b, o = row * hidden;
        const float *z = &d.gates[row * gates];
        float *dz = &gateSlope[row * gates], *ds = &stateSlope[static_cast<size_t>(b) * hidden], *dc = &cellSlope[static_cast<size_t>(b) * hidden];
        for (int j = 0; j < hidden; j += width) {
          const Lanes input = load(z + j), forget = load(z + hidden + j), output = load(z + 2 * hidden + j), value = load(z + 3 * hidden + j);
          const Lanes squashed = load(&d.cellTangent[o + j]), mask = load(&d.mask[static_cast<size_t>(b) * hidden + j]);
          const Lanes before = t ? load(&d.cell[o - static_cast<size_t>(size) * hidden + j]) : all(0);
          const Lanes out = load(outSlope + o + j) + load(ds + j) * mask;
          const Lanes cell = load(dc + j) + out * output * (1.f - squashed * squashed);
          store(dz + j, cell * value * input * (1.f - input));
          store(dz + hidden + j, cell * before * forget * (1.f - forget));
          store(dz + 2 * hidden + j, out * squashed * output * (1.f - output));
          store(dz + 3 * hidden + j, cell * input * (1.f - value * value));
          store(dc + j, cell * forget);
        }
      }
      if (t) multiply(size, hidden, gates, &gateSlope[static_cast<size_t>(t) * size * gates], gates, 1, state.data(), hidden, stateSlope.data(), hidden, false);
    }
    multiply(in, gates, rows, x, 1, in, gateSlope.data(), gates, d.input->gradient.data(), gates, true);
    if (longest > 1)
      multiply(hidden, gates, rows - size, d.masked.data(), 1, hidden, &gateSlope[static_cast<size_t>(size) * gates], gates, d.state->gradient.data(), gates, true);
    sumRows(gateSlope, rows, gates, d.bias->gradient);
    const Floats input = transposed(in, gates, d.input->value);
    multiply(rows, in, gates, gateSlope.data(), gates, 1, input.data(), in, inSlope, in, false);
  }

  static void sumRows(const Floats &x, int rowCount, int columns, Floats &sum) {
    for (int row = 0; row < rowCount; row++)
      for (int j = 0; j < columns; j++) sum[j] += x[static_cast<size_t>(row) * columns + j];
  }

  void linear(const Floats &x, Parameter *weights, Parameter *bias, Floats &y) {
    const int n = weights->columns;
    y.resize(static_cast<size_t>(rows) * n);
    for (size_t row = 0; row < static_cast<size_t>(rows); row++) std::memcpy(&y[row * n], bias->value.data(), n * sizeof(float));
    multiply(rows, n, weights->rows, x.data(), weights->rows, 1, weights->value.data(), n, y.data(), n, true);
  }

  void linearBack(const Floats &x, Parameter *weights, Parameter *bias, const Floats &ySlope, Floats &xSlope) {
    const int n = weights->columns, in = weights->rows;
    const Floats turnedWeights = transposed(in, n, weights->value);
    multiply(rows, in, n, ySlope.data(), n, 1, turnedWeights.data(), in, xSlope.data(), in, true);
    multiply(in, n, rows, x.data(), 1, in, ySlope.data(), n, weights->gradient.data(), n, true);
    sumRows(ySlope, rows, n, bias->gradient);
  }

  /// Cross entropy of `count` outputs against gold and teachers; writes the slope and, on demand, the probabilities.
  double crossEntropy(const float *x, int count, int gold, const float *teacher, float share, float weight, int without,
                      float *dx, float *probabilities) {
    float most = -1e30f, sum = 0;
    for (int j = 0; j < count; j++)
      if (j != without) most = std::max(most, x[j]);
    for (int j = 0; j < count; j++)
      if (j != without) sum += std::exp(x[j] - most);
    const float log = most + std::log(sum);
    if (probabilities)
      for (int j = 0; j < count; j++) probabilities[j] = j == without ? 0 : std::exp(x[j] - log);
    if (gold < 0 || gold >= count) {
      if (dx) std::fill_n(dx, count, 0.f);
      return 0;
    }
    const float own = teacher ? 1 - share : 1;
    double loss = own * (log - x[gold]);
    if (teacher)
      for (int j = 0; j < count; j++)
        if (j != without && teacher[j] > 0) loss += share * teacher[j] * (log - x[j]);
    if (dx) {
      for (int j = 0; j < count; j++) {
        if (j == without) {
          dx[j] = 0;
          continue;
        }
        const float target = (teacher ? share * teacher[j] : 0) + (j == gold ? own : 0);
        dx[j] = weight * scale * (std::exp(x[j] - log) - target);
      }
    }
    return weight * loss;
  }

  std::vector<int> readHeads(const Example &example, int b, bool training, Answer *answer, double &loss) {
    const Encoded &e = *example.sentence;
    const int n = lengths[b], np = padded(n), m = options.arcWidth;
    Floats dependents(static_cast<size_t>(n) * m), heads(dependents.size()), pairs(dependents.size());
    Floats scores(static_cast<size_t>(n) * np, 0), headsTurned(static_cast<size_t>(m) * np, 0), scoreSlope;
    for (int i = 0; i < n; i++) {
      const float *at = &arcs[(static_cast<size_t>(i) * size + b) * 2 * m];
      std::memcpy(&dependents[static_cast<size_t>(i) * m], at, m * sizeof(float));
      std::memcpy(&heads[static_cast<size_t>(i) * m], at + m, m * sizeof(float));
      std::memcpy(&pairs[static_cast<size_t>(i) * m], headBias->value.data(), m * sizeof(float));
      for (int k = 0; k < m; k++) headsTurned[static_cast<size_t>(k) * np + i] = at[m + k];
    }
    multiply(n, m, m, dependents.data(), m, 1, pairWeights->value.data(), m, pairs.data(), m, true);
    multiply(n, np, m, pairs.data(), m, 1, headsTurned.data(), np, scores.data(), np, false);
    if (training) scoreSlope.assign(static_cast<size_t>(n) * np, 0);
    if (answer) answer->probabilities.heads.assign(static_cast<size_t>(n) * n, 0);
    for (int i = 1; i < n; i++) {
      const float *teacher = example.targets ? &example.targets->heads[static_cast<size_t>(i) * n] : nullptr;
      loss += crossEntropy(&scores[static_cast<size_t>(i) * np], n, e.head[i], teacher, example.share, 1, i,
                           training ? &scoreSlope[static_cast<size_t>(i) * np] : nullptr,
                           answer ? &answer->probabilities.heads[static_cast<size_t>(i) * n] : nullptr);
    }
    if (training) {
      Floats pairSlope(dependents.size()), headSlope(dependents.size()), dependentSlope(dependents.size());
      multiply(n, m, n, scoreSlope.data(), np, 1, heads.data(), m, pairSlope.data(), m, false);
      multiply(n, m, n, scoreSlope.data(), 1, np, pairs.data(), m, headSlope.data(), m, false);
      multiply(n, m, m, pairSlope.data(), m, 1, pairTransposed.data(), m, dependentSlope.data(), m, false);
      multiply(m, m, n, dependents.data(), 1, m, pairSlope.data(), m, pairWeights->gradient.data(), m, true);
      sumRows(pairSlope, n, m, headBias->gradient);
      for (int i = 0; i < n; i++) {
        float *at = &arcSlope[(static_cast<size_t>(i) * size + b) * 2 * m];
        for (int k = 0; k < m; k++) {
          at[k] += dependentSlope[static_cast<size_t>(i) * m + k];
          at[m + k] += headSlope[static_cast<size_t>(i) * m + k];
        }
      }
    }
    if (!answer) return e.head;
    std::vector<std::vector<double>> logs(n, std::vector<double>(n, -1e9));
    for (int i = 1; i < n; i++)
      for (int j = 0; j < n; j++)
        if (i != j) logs[i][j] = std::log(static_cast<double>(answer->probabilities.heads[static_cast<size_t>(i) * n + j]) + 1e-30);
    bestTree(n, logs, answer->head);
    const bool isGiven = e.head.size() > 1 && e.head[1] >= 0;
    return isGiven && keepsGivenHeads ? e.head : answer->head;
  }

  void readLabels(const Example &example, int b, const std::vector<int> &heads, bool training, Answer *answer, double &loss) {
    const Encoded &e = *example.sentence;
    const int n = lengths[b], m = options.labelWidth;
    Floats inner(static_cast<size_t>(n) * m, 0), out(static_cast<size_t>(n) * labelPadded, 0), outSlope;
    for (int i = 1; i < n; i++) {
      const float *own = &relations[(static_cast<size_t>(i) * size + b) * 2 * m];
      const float *head = &relations[(static_cast<size_t>(heads[i]) * size + b) * 2 * m + m];
      for (int k = 0; k < m; k++) {
        const float x = own[k] + head[k];
        inner[static_cast<size_t>(i) * m + k] = x > 0 ? x : 0.1f * x;
      }
      std::memcpy(&out[static_cast<size_t>(i) * labelPadded], relationBias->value.data(), labelPadded * sizeof(float));
    }
    multiply(n - 1, labelPadded, m, &inner[m], m, 1, relationWeights->value.data(), labelPadded, &out[labelPadded], labelPadded, true);
    if (training) outSlope.assign(out.size(), 0);
    if (answer) {
      answer->label.assign(n, 0);
      answer->probabilities.labels.assign(static_cast<size_t>(n) * labelCount, 0);
    }
    for (int i = 1; i < n; i++) {
      const float *x = &out[static_cast<size_t>(i) * labelPadded];
      const float *teacher = example.targets ? &example.targets->labels[static_cast<size_t>(i) * labelCount] : nullptr;
      loss += crossEntropy(x, labelCount, e.label[i], teacher, example.share, 1, -1,
                           training ? &outSlope[static_cast<size_t>(i) * labelPadded] : nullptr,
                           answer ? &answer->probabilities.labels[static_cast<size_t>(i) * labelCount] : nullptr);
      if (!answer) continue;
      int best = heads[i] == 0 ? rootLabel : -1;
      if (best < 0)
        for (int j = 0; j < labelCount; j++)
          if (j != rootLabel && (best < 0 || x[j] > x[best])) best = j;
      answer->label[i] = best;
    }
    if (!training) return;
    Floats innerSlope(static_cast<size_t>(n) * m, 0);
    multiply(n - 1, m, labelPadded, &outSlope[labelPadded], labelPadded, 1, relationTransposed.data(), m, &innerSlope[m], m, false);
    multiply(m, labelPadded, n - 1, &inner[m], 1, m, &outSlope[labelPadded], labelPadded, relationWeights->gradient.data(), labelPadded, true);
    sumRows(outSlope, n, labelPadded, relationBias->gradient);
    for (int i = 1; i < n; i++) {
      float *own = &labelSlope[(static_cast<size_t>(i) * size + b) * 2 * m];
      float *head = &labelSlope[(static_cast<size_t>(heads[i]) * size + b) * 2 * m + m];
      for (int k = 0; k < m; k++) {
        const float d = innerSlope[static_cast<size_t>(i) * m + k] * (inner[static_cast<size_t>(i) * m + k] > 0 ? 1.f : 0.1f);
        own[k] += d;
        head[k] += d;
      }
    }
  }

  void readTags(const Example &example, int b, bool training, Answer *answer, double &loss) {
    const Encoded &e = *example.sentence;
    const int n = lengths[b], tagWidth = universalPadded + pennPadded;
    if (answer) {
      answer->universal.assign(n, 0);
      answer->penn.assign(n, 0);
      answer->probabilities.universal.assign(static_cast<size_t>(n) * universalCount, 0);
      answer->probabilities.penn.assign(static_cast<size_t>(n) * pennCount, 0);
    }
    for (int i = 1; i < n; i++) {
      const size_t row = static_cast<size_t>(i) * size + b;
      const float *x = &tags[row * tagWidth];
      float *dx = training ? &tagSlope[row * tagWidth] : nullptr;
      const Targets *t = example.targets;
      loss += crossEntropy(x, universalCount, e.universal[i], t ? &t->universal[static_cast<size_t>(i) * universalCount] : nullptr, example.share,
                           options.tagWeight, -1, dx, answer ? &answer->probabilities.universal[static_cast<size_t>(i) * universalCount] : nullptr);
      loss += crossEntropy(x + universalPadded, pennCount, e.penn[i], t ? &t->penn[static_cast<size_t>(i) * pennCount] : nullptr, example.share,
                           options.tagWeight, -1, dx ? dx + universalPadded : nullptr, answer ? &answer->probabilities.penn[static_cast<size_t>(i) * pennCount] : nullptr);
      if (!answer) continue;
      answer->universal[i] = static_cast<int>(std::max_element(x, x + universalCount) - x);
      answer->penn[i] = static_cast<int>(std::max_element(x + universalPadded, x + universalPadded + pennCount) - x - universalPadded);
    }
  }

public:
  /// Whether `run` with answers reads relations for the sentence's own heads (asking a teacher) or for those it found.
  bool keepsGivenHeads = false;
};

// ---------------------------------------------------------------------------------------------- trees

/// Chu–Liu–Edmonds. scores[d][h]; 0 is the root.
void edmonds(int n, const std::vector<std::vector<double>> &scores, std::vector<int> &heads) {
  std::vector<int> parent(n, 0), colour(n, 0), cycle;
  for (int d = 1; d < n; d++) {
    int best = -1;
    for (int h = 0; h < n; h++)
      if (h != d && (best < 0 || scores[d][h] > scores[d][best])) best = h;
    parent[d] = best;
  }
  colour[0] = -1;
  for (int start = 1; start < n && cycle.empty(); start++) {
    int at = start;
    while (colour[at] == 0) {
      colour[at] = start;
      at = parent[at];
    }
    if (colour[at] == start) {
      cycle.push_back(at);
      for (int next = parent[at]; next != at; next = parent[next]) cycle.push_back(next);
    }
    for (int back = start; colour[back] == start; back = parent[back]) colour[back] = -1;
  }
  heads = parent;
  if (cycle.empty()) return;
  std::vector<char> inside(n, 0);
  std::vector<int> place(n, -1), outside;
  double total = 0;
  for (int word : cycle) {
    inside[word] = 1;
    total += scores[word][parent[word]];
  }
  for (int i = 0; i < n; i++)
    if (!inside[i]) {
      place[i] = static_cast<int>(outside.size());
      outside.push_back(i);
    }
  const int joined = static_cast<int>(outside.size()), m = joined + 1;
  std::vector<std::vector<double>> smaller(m, std::vector<double>(m, -1e9));
  std::vector<int> enter(m, 0), leave(m, 0), tree;
  for (int d : outside)
    for (int h : outside)
      if (d != h && d) smaller[place[d]][place[h]] = scores[d][h];
  for (int h : outside) {
    double best = -1e18;
    for (int word : cycle) {
      const double score = total - scores[word][parent[word]] + scores[word][h];
      if (score > best) {
        best = score;
        enter[place[h]] = word;
      }
    }
    smaller[joined][place[h]] = best;
  }
  for (int d : outside) {
    if (!d) continue;
    double best = -1e18;
    for (int word : cycle)
      if (scores[d][word] > best) {
        best = scores[d][word];
        leave[place[d]] = word;
      }
    smaller[place[d]][joined] = best;
  }
  edmonds(m, smaller, tree);
  for (int i = 1; i < m; i++) {
    if (i == joined) heads[enter[tree[i]]] = outside[tree[i]];
    else heads[outside[i]] = tree[i] == joined ? leave[i] : outside[tree[i]];
  }
}

/// The best tree with one word under the root.
void bestTree(int n, const std::vector<std::vector<double>> &scores, std::vector<int> &heads) {
  edmonds(n, scores, heads);
  std::vector<int> roots;
  for (int d = 1; d < n; d++)
    if (heads[d] == 0) roots.push_back(d);
  if (roots.size() <= 1) return;
  double best = -1e18;
  std::vector<int> chosen = heads;
  for (int root : roots) {
    auto only = scores;
    for (int d = 1; d < n; d++)
      if (d != root) only[d][0] = -1e6;
    std::vector<int> tree;
    edmonds(n, only, tree);
    double total = 0;
    for (int d = 1; d < n; d++) total += only[d][tree[d]];
    if (total > best) {
      best = total;
      chosen = tree;
    }
  }
  heads = chosen;
}

// ---------------------------------------------------------------------------------------------- running over a set

/// Reads all sentences, in batches of like length; answers stand in the order of the sentences.
std::vector<Answer> readAll(Network &network, const std::vector<Encoded> &sentences) {
  std::vector<int> order(sentences.size());
  std::iota(order.begin(), order.end(), 0);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return sentences[a].size() < sentences[b].size(); });
  std::vector<Answer> all(sentences.size());
  for (size_t i = 0; i < order.size();) {
    std::vector<Example> batch;
    size_t j = i;
    for (int tokens = 0; j < order.size() && tokens < 1500; j++) {
      batch.push_back({&sentences[order[j]], nullptr, 0});
      tokens += sentences[order[j]].size();
    }
    std::vector<Answer> answers;
    network.run(batch, false, &answers);
    for (size_t k = i; k < j; k++) all[order[k]] = std::move(answers[k - i]);
    i = j;
  }
  return all;
}

void evaluate(Network &network, const std::string &name, const std::vector<Sentence> &gold, const std::vector<Encoded> &encoded,
              const Vocabulary &v) {
  const std::vector<Answer> answers = readAll(network, encoded);
  long words = 0, universal = 0, penn = 0, arcs = 0, labels = 0;
  for (size_t s = 0; s < gold.size(); s++)
    for (size_t i = 1; i <= gold[s].size(); i++) {
      const Token &token = gold[s][i - 1];
      const Answer &a = answers[s];
      words++;
      universal += v.universal[a.universal[i]] == token.universal;
      penn += v.penn[a.penn[i]] == token.penn;
      arcs += a.head[i] == token.head;
      labels += a.head[i] == token.head && withoutSubtype(v.labels[a.label[i]]) == withoutSubtype(token.relation);
    }
  const double per = 100. / static_cast<double>(words);
  std::printf("  %-20s %ld words: UPOS %.2f XPOS %.2f UAS %.2f LAS %.2f\n", name.c_str(), words, universal * per, penn * per, arcs * per, labels * per);
  std::fflush(stdout);
}

// ---------------------------------------------------------------------------------------------- files

/// Text lines, an empty line, then the weights as 32-bit floats in the order of the list.
void save(const Network &network, const Vocabulary &v, const std::string &path) {
  std::ofstream file(path, std::ios::binary);
  const Options &o = network.options;
  file << "hidden " << o.hidden << "\nlayers " << o.layers << "\narcWidth " << o.arcWidth << "\nlabelWidth " << o.labelWidth
       << "\naffixWidth " << o.affixWidth << "\naffixBuckets " << o.affixBuckets << "\nwordWidth " << o.wordWidth
       << "\nvectorCount " << o.vectorCount << "\nuniversalPadded " << network.universalPadded << "\npennPadded " << network.pennPadded
       << "\nlabelsPadded " << network.labelPadded << "\n";
  const auto list = [&](const char *name, const Strings &values) {
    file << name;
    for (const std::string &value : values) file << ' ' << value;
    file << '\n';
  };
  list("universalTags", v.universal);
  list("pennTags", v.penn);
  list("tagPairs", v.tagPairs);
  list("labels", v.labels);
  list("words", v.words);
  for (const Parameter *p : network.parameters) file << "parameter " << p->name << ' ' << p->rows << ' ' << p->columns << '\n';
  file << '\n';
  for (const Parameter *p : network.parameters) file.write(reinterpret_cast<const char *>(p->value.data()), static_cast<std::streamsize>(p->value.size() * sizeof(float)));
  if (!file) stop("cannot write " + path);
}

void readWeights(Network &network, std::ifstream &file, const std::string &path) {
  for (Parameter *p : network.parameters) file.read(reinterpret_cast<char *>(p->value.data()), static_cast<std::streamsize>(p->value.size() * sizeof(float)));
  if (!file) stop(path + " is cut off");
}

/// A trained network of any shape over the same vocabulary.
Network *loadTrained(const std::string &path, Options options, const Vocabulary &v, Chance &chance) {
  std::ifstream file(path, std::ios::binary);
  if (!file) stop("cannot open " + path);
  for (std::string line; std::getline(file, line) && !line.empty();) {
    std::stringstream cells(line);
    std::string name;
    cells >> name;
    if (name == "hidden") cells >> options.hidden;
    else if (name == "layers") cells >> options.layers;
    else if (name == "arcWidth") cells >> options.arcWidth;
    else if (name == "labelWidth") cells >> options.labelWidth;
    else if (name == "affixWidth") cells >> options.affixWidth;
    else if (name == "words") {
      const Strings words = split(line, ' ');
      if (words.size() != v.words.size() + 1) stop(path + " was trained on other treebanks");
    }
  }
  auto *network = new Network(options, v, chance);
  readWeights(*network, file, path);
  return network;
}

// ---------------------------------------------------------------------------------------------- teachers

void addScaled(Floats &sum, const Floats &more, float factor) {
  if (sum.empty()) sum.assign(more.size(), 0);
  for (size_t i = 0; i < more.size(); i++) sum[i] += factor * more[i];
}

int likeliest(const Floats &from, int count, int row) {
  const auto start = from.begin() + static_cast<long>(row) * count;
  return static_cast<int>(std::max_element(start, start + count) - start);
}

/// The teachers' mean probabilities. Raw sentences get their tree from the mean first, then its relations are asked for.
std::vector<Targets> askTeachers(const std::vector<Network *> &teachers, std::vector<Encoded> &sentences, size_t rawStart) {
  std::vector<Targets> targets(sentences.size());
  const float part = 1.f / static_cast<float>(teachers.size());
  for (Network *teacher : teachers) {
    teacher->keepsGivenHeads = true;
    const std::vector<Answer> answers = readAll(*teacher, sentences);
    for (size_t s = 0; s < sentences.size(); s++) {
      const Targets &p = answers[s].probabilities;
      addScaled(targets[s].heads, p.heads, part);
      addScaled(targets[s].universal, p.universal, part);
      addScaled(targets[s].penn, p.penn, part);
      if (s < rawStart) addScaled(targets[s].labels, p.labels, part);
    }
  }
  for (size_t s = rawStart; s < sentences.size(); s++) {
    Encoded &e = sentences[s];
    const int n = e.size();
    std::vector<std::vector<double>> logs(n, std::vector<double>(n, -1e9));
    for (int i = 1; i < n; i++) {
      e.universal[i] = likeliest(targets[s].universal, teachers[0]->universalCount, i);
      e.penn[i] = likeliest(targets[s].penn, teachers[0]->pennCount, i);
      for (int j = 0; j < n; j++)
        if (i != j) logs[i][j] = std::log(static_cast<double>(targets[s].heads[static_cast<size_t>(i) * n + j]) + 1e-30);
    }
    bestTree(n, logs, e.head);
  }
  const std::vector<Encoded> raw(sentences.begin() + static_cast<long>(rawStart), sentences.end());
  for (Network *teacher : teachers) {
    const std::vector<Answer> answers = readAll(*teacher, raw);
    for (size_t s = 0; s < raw.size(); s++) addScaled(targets[rawStart + s].labels, answers[s].probabilities.labels, part);
  }
  for (size_t s = rawStart; s < sentences.size(); s++)
    for (int i = 1; i < sentences[s].size(); i++) sentences[s].label[i] = likeliest(targets[s].labels, teachers[0]->labelCount, i);
  return targets;
}

// ---------------------------------------------------------------------------------------------- training

/// Batches of about `batchTokens` tokens, sentences of like length together, in a new order each time.
std::vector<std::vector<int>> makeBatches(const std::vector<Encoded> &sentences, const Options &options, Chance &chance) {
  std::vector<int> order;
  for (size_t i = 0; i < sentences.size(); i++)
    if (sentences[i].size() <= options.longest) order.push_back(static_cast<int>(i));
  const auto shuffle = [&](auto &values) {
    for (size_t i = values.size() - 1; i > 0; i--) std::swap(values[i], values[chance.below(i + 1)]);
  };
  shuffle(order);
  std::stable_sort(order.begin(), order.end(), [&](int a, int b) { return sentences[a].size() / 3 < sentences[b].size() / 3; });
  std::vector<std::vector<int>> batches;
  for (size_t i = 0; i < order.size();) {
    std::vector<int> batch;
    for (int tokens = 0; i < order.size() && tokens < options.batchTokens; i++) {
      batch.push_back(order[i]);
      tokens += sentences[order[i]].size();
    }
    batches.push_back(batch);
  }
  shuffle(batches);
  return batches;
}

void train(const Options &options) {
  Chance chance(options.seed);
  std::vector<Sentence> sentences;
  for (const std::string &path : split(options.train, ','))
    for (Sentence &sentence : readTreebank(path)) sentences.push_back(std::move(sentence));
  const Vocabulary vocabulary = readVocabulary(sentences, options);
  const size_t rawStart = sentences.size();
  if (!options.raw.empty())
    for (const std::string &path : split(options.raw, ','))
      for (Sentence &sentence : readRaw(path)) sentences.push_back(std::move(sentence));
  std::vector<Encoded> encoded;
  for (const Sentence &sentence : sentences) encoded.push_back(encode(sentence, vocabulary, options.affixBuckets));
  Network network(options, vocabulary, chance);
  if (!options.start.empty()) {
    const Network *start = loadTrained(options.start, options, vocabulary, chance);
    for (size_t i = 0; i < network.parameters.size(); i++) {
      if (start->parameters[i]->value.size() != network.parameters[i]->value.size()) stop(options.start + " has another shape");
      network.parameters[i]->value = start->parameters[i]->value;
    }
  }
  std::printf("%zu gold sentences, %zu raw, %zu words, %d labels\n", rawStart, sentences.size() - rawStart, vocabulary.words.size(), network.labelCount);

  std::vector<Network *> teachers;
  for (const std::string &path : split(options.teachers, ',')) teachers.push_back(loadTrained(path, options, vocabulary, chance));
  if (teachers.empty() && rawStart < sentences.size()) stop("raw text needs teachers");
  std::vector<Targets> targets;
  if (!teachers.empty()) targets = askTeachers(teachers, encoded, rawStart);
  std::printf("%zu teachers asked\n", teachers.size());
  std::fflush(stdout);

  std::vector<std::vector<Sentence>> devSentences;
  std::vector<std::vector<Encoded>> devEncoded;
  const Strings devPaths = split(options.dev, ',');
  for (const std::string &path : devPaths) {
    devSentences.push_back(readTreebank(path));
    devEncoded.emplace_back();
    for (const Sentence &sentence : devSentences.back()) devEncoded.back().push_back(encode(sentence, vocabulary, options.affixBuckets));
  }

  const auto started = std::chrono::steady_clock::now();
  long count = 0, steps = 0;
  for (int epoch = 1; epoch <= options.epochs; epoch++) {
    const std::vector<std::vector<int>> batches = makeBatches(encoded, options, chance);
    if (epoch == 1) steps = static_cast<long>(batches.size()) * options.epochs;
    double loss = 0;
    long tokens = 0;
    for (const std::vector<int> &ids : batches) {
      std::vector<Example> batch;
      std::vector<Encoded> disturbedOnes;
      disturbedOnes.reserve(ids.size());
      for (int id : ids) {
        const bool isRaw = static_cast<size_t>(id) >= rawStart;
        if (!isRaw && chance.fraction() < options.noise) {
          disturbedOnes.push_back(encode(disturbed(sentences[id], chance), vocabulary, options.affixBuckets));
          batch.push_back({&disturbedOnes.back(), nullptr, 0});
        } else {
          batch.push_back({&encoded[id], targets.empty() ? nullptr : &targets[id], isRaw ? 1.f : options.share});
        }
        tokens += encoded[id].size() - 1;
      }
      loss += network.run(batch, true, nullptr);
      count++;
      // Up over 200 steps, then down in a straight line.
      const float height = std::min(1.f, static_cast<float>(count) / 200.f) * (1 - static_cast<float>(count - 1) / static_cast<float>(steps));
      network.step(options.rate * std::max(height, 0.005f), count);
    }
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    std::printf("epoch %d loss %.4f %.0f s\n", epoch, loss / static_cast<double>(tokens), seconds);
    std::fflush(stdout);
    const bool isLast = epoch == options.epochs;
    for (size_t i = 0; i < devPaths.size(); i++)
      if (isLast || (i == 0 && (epoch == 1 || epoch % 4 == 0)))
        evaluate(network, devPaths[i].substr(devPaths[i].rfind('/') + 1), devSentences[i], devEncoded[i], vocabulary);
  }
  save(network, vocabulary, options.out);
}

} // namespace

int main(int count, char **values) { train(readOptions(count, values)); }
