"""The draft writer's word lists, English and French: stop words, verbs of advertising, claims that need proof."""

from __future__ import annotations

from admaker_desktop.ad.base import Language


def word_set(words: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(words.split())


STOP_WORDS: dict[Language, frozenset[str]] = {
    "en": word_set(
        """a an the and or but of in on at to for from with without by as is are was be been it its this that these
        those you your we our us they their he she his her i my me not no so if then than when while all any each
        more most very just only into out up down over about can will would should do does has have had there here
        who which what how"""
    ),
    "fr": word_set(
        """le la les un une des du de d l et ou mais où en dans sur à au aux pour par avec sans chez ce cet cette ces
        c s se sa son ses mon ma mes ton ta tes notre nos votre vos leur leurs il elle ils elles on nous vous je j tu
        me m te t qui que qu quoi dont ne n pas plus est sont a ont être avoir fait y si comme très tout toute tous
        toutes même aussi dès entre vers"""
    ),
}

VERBS_EN = word_set(
    """keep help make give save hydrate protect clean let bring turn reduce last fit work find track plan connect
    deliver support cut remove repair soothe stay open run charge send show remind fold block absorb warm cool grow
    feed come smooth calm sleep learn speak book pay order cook build plant share join discover try taste see meet
    travel ride walk breathe wake recover refresh wash refill adopt sponsor donate invest transfer manage fix install
    rent repair resist strengthen brighten firm nourish relieve rest wear store heat boost simplify spend earn choose
    enjoy start stop switch read watch listen play drink eat get take use leave move light fill carry hold offer"""
)

INFINITIVES_FR = word_set(
    """gagner économiser hydrater protéger nettoyer aider réparer apaiser trouver aller garder laisser donner
    réserver profiter partager planter manger voyager marcher respirer récupérer rafraîchir laver recharger adopter
    parrainer louer installer simplifier payer commander cuisiner rester ranger chauffer éclairer illuminer
    raffermir lisser fortifier soulager porter durer filtrer sauver accompagner former trier passer créer monter
    arrêter commencer rencontrer goûter jouer écouter regarder dépenser épargner investir gérer prendre apprendre
    comprendre vendre dormir choisir offrir vivre finir découvrir partir venir voir recevoir suivre faire mettre tenir
    réduire construire devenir rejoindre boire lire écrire sortir nourrir"""
)

FINITE_FR = word_set(
    """est sont reste restent aide permet garde réduit dure rend donne offre protège nettoie hydrate apaise tient
    suit livre répare connecte éclaire illumine raffermit lisse nourrit fortifie soulage chauffe porte sert fait
    fond absorbe filtre coupe réveille réchauffe rafraîchit accompagne forme trouve arrive part revient tombe
    respecte contient fonctionne s'installe s'adapte s'ouvre se se recharge finance sauve plante partage résiste
    libère simplifie prend suffit change vient va dort mange retrouve gagne"""
)

MARKERS: dict[Language, tuple[str, ...]] = {
    "en": (" is ", " are ", " has ", " have ", " can ", " will ", " takes ", " comes ", " stays "),
    "fr": (
        " est ",
        " sont ",
        " a ",
        " ont ",
        " peut ",
        " peuvent ",
        " prend ",
        " reste ",
        " c’est ",
        " retrouve ",
        " arrive ",
    ),
}
"""Finite verbs that tell a whole sentence from a noun phrase."""

PRONOUNS: dict[Language, frozenset[str]] = {
    "en": frozenset({"you", "we", "they", "i", "everyone", "nobody", "there", "you'll", "you’ll", "we’ll"}),
    "fr": frozenset({"vous", "nous", "on", "je", "tu", "ils", "elles", "chacun", "personne", "tout"}),
}

SUBJECTS: dict[Language, tuple[str, ...]] = {
    "en": ("it ", "this ", "the product ", "the app ", "the service ", "the cream ", "the serum ", "the drink "),
    "fr": (
        "il ", "elle ", "ça ", "cela ", "le produit ", "la crème ", "le sérum ", "l’appli ", "l’application ",
        "le service ", "la boisson ",
    ),
}  # fmt: skip
"""How a client speaks of the thing; the ad says its name instead."""

SUPERLATIVES: tuple[str, ...] = (
    r"\bbest\b", r"\bn ?[°o] ?1\b", r"#1\b", r"\bnumber one\b", r"\bleader\b", r"\bleading\b", r"\bperfect",
    r"\b100 ?%",
    r"\bguarantee", r"\bmiracle", r"\bultimate\b", r"\brevolution", r"\binstantly\b", r"\bforever\b", r"\bworld’?s\b",
    r"\bmeilleure?s?\b", r"\bnumero un\b", r"\bparfait", r"\bgaranti", r"\bultime", r"\bl[ae]s? plus\b",
    r"\bthe most\b", r"\bnever before\b", r"\bpour toujours\b", r"\bincroyable", r"\bincredible", r"\bamazing\b",
    r"\bunique\b", r"\bexceptionn", r"\bexceptional\b",
)  # fmt: skip
"""Claims that only a client may make; matched on text without accents, lower case."""

CRAFT: tuple[str, ...] = (
    "handmade", "hand-made", "by hand", "made in", "made of", "made from", "brewed", "roasted", "baked", "crafted",
    "sewn", "woven", "grown", "organic", "recycled", "ingredients", "recipe", "leather", "linen", "oak", "wool",
    "à la main", "fabriqué", "fait main", "faits main", "cousu", "tissé", "torréfié", "brassé", "pétri", "cuit",
    "bio", "recette", "ingrédient", "artisan", "atelier", "cuir", "lin ", "laine", "chêne", "naturel", "natural",
    "levain", "sourdough", "distilled", "pressed", "pressé", "récolté", "moulu", "farine",
)  # fmt: skip

MOMENTS: dict[Language, tuple[tuple[str, str], ...]] = {
    "en": (
        (r"\bmornings?\b|\bbreakfast\b|\bwake\b", "Mornings"),
        (r"\bevenings?\b|\btonight\b|\bbedtime\b|\bnights?\b", "Evenings"),
        (r"\blunch\b|\bnoon\b", "Lunch breaks"),
        (r"\bweekends?\b|\bsaturdays?\b|\bsundays?\b", "Weekends"),
        (r"\bsummer\b", "Summer days"),
        (r"\bwinter\b", "Winter days"),
        (r"\bafter work\b|\bcommut", "Commutes"),
        (r"\bholidays?\b|\bvacation\b", "Holidays"),
        (r"\bbreak\b", "Breaks"),
    ),
    "fr": (
        (r"\bmatins?\b|\bpetit[- ]dejeuner\b|\breveil\b", "Le matin"),
        (r"\bsoirs?\b|\bsoirees?\b|\bnuits?\b|\bcoucher\b", "Le soir"),
        (r"\bmidi\b|\bdejeuner\b", "Le midi"),
        (r"\bweek-?ends?\b|\bsamedis?\b|\bdimanches?\b", "Le week-end"),
        (r"(?:l’|d’|cet |en |par )ete\b", "L’été"),
        (r"\bhiver\b", "L’hiver"),
        (r"\btrajets?\b|\bmetro\b", "Sur le trajet"),
        (r"\bvacances\b", "En vacances"),
        (r"\b(?:au|du|le) gouter\b", "Au goûter"),
    ),
}
"""(pattern on text without accents, the moment as a line may begin with it)."""

CHANGE: tuple[str, ...] = (
    r"\b(?:in|after) \d+ (?:days|weeks|months)", r"\bfrom the first\b", r"\bagain\b", r"\bback\b", r"\bbecome",
    r"\bno longer\b",
    r"\b(?:en|apres|des) \d+ (?:jours|semaines|mois)", r"\bretrouv", r"\bdevien", r"\bredevien",
    r"\brepar", r"\breduit\b", r"\breduces?\b", r"\bturns?\b", r"\btransform", r"\bsecond life\b", r"\bseconde vie\b",
)  # fmt: skip
"""Words that tell of a before and an after."""

EXCEPTIONS: tuple[str, ...] = (
    "except", "unless", "excluding", "only if", "but not", "sauf", "hors ", "à condition", "sous réserve", "excepté",
    "c’est ", "it’s ",
)  # fmt: skip
"""A phrase is never cut before these: the shorter text would promise more."""

TOUCHY = (
    "malade", "patient", "obes", "surpoids", "overweight", "depress", "debt", "dette", "endett", "poor", "pauvre",
    "precair", "senior", "elderly", "age", "handicap", "disab", "acne", "menopaus", "chomeu", "unemploy", "addict",
    "cible", "target", "csp", "victim", "cancer", "diabet",
)  # fmt: skip
"""Groups that an ad does not name to their face."""
MASS_EN = word_set(
    """sugar caffeine alcohol gluten plastic waste stress commitment paperwork waiting palm oil fuss noise hassle dairy
    lactose soy salt fat fragrance delay small print queueing parking"""
)
"""English nouns that take no article."""
