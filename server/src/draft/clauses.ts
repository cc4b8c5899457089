import { hasVerb, isCapitals } from "./words.ts";

/** What a few words behind a number are: a sentence with a finite verb, a title without one, or either. */
export type Looks = "clause" | "title" | "unsure";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Third person singular, and forms that are no nouns. */
const FINITE = set(
  "accedes adopts agrees allows applies appoints approves authorises authorizes bears becomes begins belongs binds bring brings carries ceases collects comes " +
    "complies concludes confers consists cooperates decides deducts defines depends determines did do does employs empowers enables enacts engages enjoys ensures enters establishes " +
    "exceeds expires extends facilitates falls forbids gives goes governs had hinders holds informs inspects keeps lapses lies maintains makes monitors " +
    "obtains organises organizes oversees pays possesses prescribes prevails prohibits promotes protects proves provides publishes receives recognises " +
    "recognizes refuses regulates reimburses rejects relates remains renews requires rests retains revokes seeks serves submits sends supervises suspends takes treats " +
    "undertakes verifies were withholds could should would can",
);
/** Plain forms that follow a subject in the plural and are no nouns. */
const BASE = set(
  "accept adopt agree answer appoint apply approve arrange ascertain assume bear become begin belong bind bring carry cease choose collect come comply conclude " +
    "consist cooperate decide deduct deliver depend determine disclose draw employ enable encourage engage enjoy ensure enter establish exceed exchange expire " +
    "explain facilitate fall forbid give go govern guarantee hinder hold impose inform insure keep lapse lie maintain make meet monitor negotiate obey observe " +
    "obtain organise organize oversee pay possess prepare prescribe prevail proceed prohibit promote protect prove provide publish receive recognise recognize " +
    "refrain refuse regulate reimburse reject remain renew require retain revoke seek send serve share sign submit supervise suspend take treat undertake verify " +
    "withhold",
);
const PLURALS = set("people persons men women children bureaux personnel police they we");
const OBJECTS = set(
  "the a an any no all its their them it him his her nothing everything every each only neither both free equally jointly these those this such",
);
/** What follows a noun without being its verb. */
const NOMINAL = set(
  "of for in on to by with from under at as against between within without through over about above below before after during upon into among per via than " +
    "regarding concerning and or but nor who whom whose which that not etc other due corporate general abroad overseas alone void kept held made paid given taken " +
    "found brought sent withheld borne set left lost de du des à au aux et ou en pour par sur avec sans entre y o e al del da do das dos para por con com sobre",
);
const BEFORE_NOUN = set(
  "of for in on to by with from under at as against between within without through over about above below before after during upon into among per via " +
    "regarding concerning and or nor other such certain all these those their its no any some several de du des",
);
const ONE = set("a an each every this that either neither another");
const SUBJECTS = /^(?:it|they|he|she|we|nobody|everyone|everybody|anyone|nothing|one)$/i;
const THE = /^(?:the|any|all|both|such|these|those|its|their|no)$/i;
const ARTICLES =
  /^(?:l['’]\S+|le|la|les|un|une|des|ce|cette|ces|tout|toute|il|elle|ils|elles|el|los|las|una|toda|todo|der|die|das)$/i;
const QUESTION = /^(?:who|what|when|where|how|whether|which|persons? who|things? that|sums? which)\b/i;
const SUFFIXED = /(?:ed|ing|able|ible)$/;
const NOT_PLURAL = /(?:ss|us|is|ous|['’]s?)$/;

/** Whether a short text (no more than about a dozen words, without its full stop) is a sentence or a title; English decides. */
export function readsAs(text: string): Looks {
  if (QUESTION.test(text) || isCapitals(text)) return "title";
  if (hasVerb(text)) return "clause";
  const words = text.match(/\S+/g) ?? [];
  if (words.length === 0) return "title";
  if (SUBJECTS.test(words[0] ?? "") && words.length > 1) return "clause";
  if (words.length > 1 && words.every((word) => /^\P{Ll}/u.test(word) || word.length <= 3)) return "title";
  const first = (words[0] ?? "").toLowerCase();
  let looks: Looks = ARTICLES.test(first) && words.length >= 4 ? "unsure" : "title";
  for (let i = 0; i < words.length; i++) {
    const here = judge(words, i, first);
    if (here === "clause") return here;
    if (here === "unsure") looks = here;
  }
  return looks;
}

function judge(words: readonly string[], i: number, first: string): Looks {
  const word = words[i] ?? "";
  const lower = word.toLowerCase();
  const before = (words[i - 1] ?? "").toLowerCase();
  if (i > 0 && word === lower && FINITE.has(word) && before !== "to") return "clause";
  if (!PLURALS.has(lower) && !isPluralLike(word)) return "title";
  const free = i >= 2 && word === lower && !BEFORE_NOUN.has(before) && !before.endsWith(",");
  if (free && ONE.has(first)) return "clause";
  const next = followed(words, i + 1);
  if (!free || !THE.test(first) || PLURALS.has(lower)) return next;
  return next === "title" ? "unsure" : "clause";
}

/** What the words from `i` on make of the plural noun, or the verb in -s, right before them. */
function followed(words: readonly string[], i: number): Looks {
  const next = words[i] ?? "";
  if (next === "" || next !== next.toLowerCase() || !/^\p{L}/u.test(next)) return "title";
  if (BASE.has(next)) return i + 1 < words.length || next !== "pay" ? "clause" : "unsure";
  if (OBJECTS.has(next)) return "clause";
  if (NOMINAL.has(next.replace(/[,.]$/, "")) || /^[dl]['’]/.test(next)) return "title";
  if (/ly$/.test(next)) return "clause";
  if (SUFFIXED.test(next)) return /ed$/.test(next) && OBJECTS.has(words[i + 1] ?? "") ? "clause" : "title";
  return isPluralLike(next) ? "title" : "unsure";
}

function isPluralLike(word: string): boolean {
  return /^\p{L}{3,}s$/u.test(word) && !NOT_PLURAL.test(word);
}
