"""What is advertised, by its words: the thing that is drawn and the sector it belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from admaker_desktop.ad.brief import Subject
from admaker_desktop.providers.draft.reading.statements import Statement
from admaker_desktop.providers.draft.reading.words import fold


@dataclass(frozen=True, slots=True)
class Category:
    """What a product is drawn as and which sector it is in."""

    subject: Subject
    sector: str


_TABLE: tuple[tuple[Subject, str, str], ...] = (
    ("dropper", "beauty",
        r"serums?|face oil|facial oil|huile (?:de soin|visage)|retinol|hyaluroni\w+|beard oil|huile a barbe|"
        r"essential oils?|huiles? essentielles?"),
    ("jar", "beauty",
        r"(?:face|night|day|hand|body|eye|skin|moisturi[sz]ing|hydrating) cream|moisturi[sz]er|creme (?:de (?:jour|"
        r"nuit)|visage|hydratante|mains|solide)|creme|baume|balm|masque (?:visage|capillaire)|body butter|"
        r"beurre (?:corporel|de karite)|deodorant(?: creme)?|gommage|scrub"),
    ("tube", "beauty",
        r"toothpaste|dentifrice|sun ?cream|sunscreen|creme solaire|hand cream|creme pour les mains|lip gloss|"
        r"rouge a levres|lipstick|mascara|gel douche|cleanser|nettoyant|foundation|fond de teint"),
    ("bottle", "beauty",
        r"shampoos?|shampoing|shampooing|apres-shampo\w+|conditioner|perfume|parfum|eau de (?:toilette|parfum|"
        r"cologne)|fragrance|body lotion|lotion|lait corporel|skincare|cosmeti\w+|soins? (?:du )?(?:visage|corps|"
        r"cheveux)|savon|soap|eau micellaire|micellar"),
    ("bottle", "drink",
        r"wines?|vins?|gin|whisk(?:e?y|ies)|vodka|rhum|rum|champagne|cremant|cidre|cider|sirops?|cordial|"
        r"mineral water|eau (?:minerale|de source|petillante)|spirits?|limonade artisanale|kombucha|vermouth|"
        r"aperitif|bouteilles? de|juices?|jus (?:de|d')|lemonade|limonade|oat milk|lait d'avoine|smoothies?"),
    ("can", "drink",
        r"sodas?|energy drinks?|boissons? energisantes?|canettes?|cans|(?:a|per|the|cl|ml|slim|tin|in) can|\(can\)|"
        r"beers?|bieres?|lager|craft ales?|real ales?|ipas?|pale ales?|brewery|brasserie artisanale|microbrasserie|"
        r"sparkling (?:tea|water|drink|juice)s?|the petillant|iced tea|the glace|cola|tonic|seltzer|soft drink|"
        r"cold brew"),
    ("carton", "drink",
        r"teas?|the (?:vert|noir|blanc|bio|en vrac|en sachets)|thes|infusions?|tisanes?|herbal teas?|tea ?bags?|"
        r"matcha|boite de the|rooibos"),
    ("pouch", "drink",
        r"coffee beans?|cafe en grains?|ground coffee|cafe moulu|coffee roaster\w*|torrefact\w+|roastery|"
        r"specialty coffee|cafe de specialite"),
    ("mug", "food",
        r"cafe-?restaurant|coffee ?shops?|salon de the|tea ?room|cafes?|coffee|hot chocolate|chocolat chaud|latte|"
        r"espresso|cappuccino|neighbou?rhood cafe"),
    ("jar", "food",
        r"honey|miels?|jams?|confitures?|pate a tartiner|spreads?|peanut butter|beurre de cacahuete|pickles?|"
        r"chutney|pesto|tapenade|yaourts?|yogh?urts?|sauces?|mayonnaise|moutarde|mustard|rillettes|bocal|bocaux|"
        r"terrines?|hummus|houmous"),
    ("bottle", "food",
        r"olive oil|huile d'olive|hot sauce|sauce piquante|vinegar|vinaigre|maple syrup|sirop d'erable|ketchup"),
    ("carton", "food",
        r"cereals?|cereales|muesli|granola|biscuits?|cookies?|crackers|milk|lait|chocolates|boite de chocolats|"
        r"meal kits?|repas a cuisiner|paniers? repas|croquettes|petits? pots?|barres? (?:de|cereal\w+)|(?:snack|"
        r"protein|energy|oat|cereal|granola|chocolate|fruit) bars?|pasta|pates (?:fraiches|artisanales)"),
    ("pouch", "food",
        r"crisps|chips|nuts|noix|snacks?|spices?|epices|dog food|cat food|pet food|croquettes pour|rice|riz|flour|"
        r"farine|dried fruits?|fruits secs|chocolat|chocolate|bonbons|sweets|candy|candies|popcorn|protein powder"),
    ("bread", "food",
        r"baker(?:y|ies)|boulangeries?|breads?|pains?|sourdough|levain|croissants?|patisseries?|viennoiseries?|"
        r"baguettes?|brioches?|cakes?|gateaux?|galettes?|bagels?"),
    ("plate", "food",
        r"restaurants?|bistro(?:t|ts|s)?|brasserie|trattoria|pizzeria|pizzas?|ramen|sushi|burgers?|menus?|lunch|"
        r"brunch|dejeuner|diner|chef|cuisine|food ?truck|traiteur|catering|creperies?|crepes?|tacos|curry|"
        r"street food|supper|canteen|cantine|gastropub"),
    ("fruit", "food",
        r"juice bars?|bar a jus|fruits?|vegetables?|legumes?|veg box|panier de legumes|maraich\w+|greengrocer|"
        r"primeur|orchard|verger|pommes?|apples|strawberr(?:y|ies)|fraises?|salads? bar|amap"),
    ("shoebox", "fashion",
        r"sneakers?|baskets?(?! ball)|trainers|shoes?|chaussures?|boots?|bottines?|sandals?|sandales?|running shoe|"
        r"espadrilles?|chaussons|slippers|loafers|mocassins"),
    ("bag", "fashion",
        r"bags?|sacs?|backpacks?|sac a dos|totes?|tote bag|handbags?|maroquinerie|leather goods|cabas|satchel|"
        r"valises?|suitcases?|luggage|t-?shirts?|clothing|clothes|vetements?|dresses|robes?|jeans|knitwear|"
        r"sweaters?|pulls?|jumpers?|jackets?|manteaux?|coats?|fashion|mode ethique|pret-a-porter|swimwear|"
        r"maillots? de bain|lingerie|socks|chaussettes|scarves|foulards?|hats?|bijou(?:x|terie)?|jewell?ery|rings?|"
        r"watch(?:es)?|montres?|lunettes|glasses|sunglasses|friperie|second[- ]hand clothes|vintage"),
    ("carton", "home",
        r"candles?|bougies?|lamps?|lampes?|furniture|meubles?|sofas?|canapes?|mattress(?:es)?|matelas|bedding|"
        r"linge de (?:lit|maison)|sheets|cushions?|coussins?|cookware|casseroles?|pans?|poeles?|knives|couteaux?|"
        r"ceramics?|ceramique|vaisselle|rugs?|tapis|paint|peinture|tools?|outils?|toys?|jouets?|jeux? de societe|"
        r"board games?|puzzles?|books?|livres?|plants?|plantes?|appliances?|vacuum|aspirateur|detergents?|"
        r"lessives?|cleaning products?|nappies|couches|parcels?"),
    ("carton", "tech",
        r"headphones?|casques? audio|earbuds?|ecouteurs|speakers?|enceintes?|smart ?watch|montre connectee|"
        r"cameras?|drones?|gadgets?|thermostats?|chargers?|chargeurs?|e-?bikes?|velos? electriques?|scooters?|"
        r"trottinettes?|routers?|consoles?"),
    ("phone", "app",
        r"apps?|applis?|applications?(?: mobiles?)?|mobile app|smartphones?|ios|android|app store|google play|"
        r"telechargez l'app\w*|jeu mobile|mobile game|dating app|phone plan|forfait mobile|telephones?"),
    ("laptop", "tech",
        r"saas|softwares?|logiciels?|platforms?|plateformes?|dashboard|tableau de bord|crm|erp|cloud|web ?app|"
        r"online tool|outil en ligne|website builder|invoicing|facturation|cybersecurity|cybersecurite|api|data|"
        r"workflow|hosting|hebergement|laptops?|ordinateurs?"),
    ("laptop", "education",
        r"online courses?|cours en ligne|e-?learning|formations?|bootcamps?|mooc|masterclass|webinaires?|webinars?|"
        r"tutoring|soutien scolaire|language lessons?|cours d(?:e|')\s?(?:langues?|anglais|maths)|school|ecole|"
        r"universit\w+|courses?|training"),
    ("card", "finance",
        r"banks?|banques?|neobanks?|credit cards?|debit cards?|carte bancaire|loans?|prets? (?:personnel|"
        r"immobilier|auto)|credits? (?:conso\w*|auto|immobilier|travaux)|mortgages?|insurance|assurances?|mutuelle|"
        r"savings?|epargne|invest\w+|livret|pension|retraite|current account|compte (?:courant|pro)|taeg|apr"),
    ("card", "retail",
        r"gift cards?|cartes? cadeaux?|loyalty cards?|cartes? de fidelite|membership card|abonnement annuel|"
        r"cheques? cadeaux?|vouchers?|bons? cadeaux?"),
    ("ticket", "event",
        r"concerts?|festivals?|shows?|spectacles?|expositions?|exhibitions?|theatres?|theaters?|musees?|museums?|"
        r"conferences?|salon professionnel|trade show|marathons?|matchs?|match day|billets?|billetterie|tickets?|"
        r"gala|tours?(?: dates)?|tournee|foire|fair|cinemas?|open air|opera|ballet|cirque|circus|comedy night|"
        r"escape game|portes ouvertes|open day|vide-?grenier|soiree|brocante|marche de noel|christmas market"),
    ("ticket", "travel",
        r"flights?|vols?|trains?|ferry|cruises?|croisieres?|travel|voyages?|holidays?|vacances|sejours?|city break|"
        r"trips?|theme park|parc d'attractions?|ski(?: pass)?|zoo|aquarium|safaris?"),
    ("shopfront", "travel",
        r"hotels?|gites?|chambres? d'hotes?|bed and breakfast|b&b|campings?|campsites?|hostels?|auberges?|"
        r"guest ?house|lodges?|cottages?|glamping"),
    ("shopfront", "service",
        r"hairdress\w+|coiffeu\w+|salons? de coiffure|coiffure|barbers?(?:hop)?|barbier|garages?|mechanics?|"
        r"mecanicien|reparation(?:s)? de velos?|bike (?:shop|repair)s?|ateliers? (?:velo|de reparation|de poterie)|"
        r"workshop|gyms?|salles? de sport|yoga|pilates|spa|nail bar|institut de beaute|dentists?|dentiste|"
     r"veterinaires?|vets?|vet clinic|opticians?|opticien\w*|pharmac(?:y|ie)|florists?|fleuristes?|pressing|"
     r"dry clean\w*|laundrette|nursery|creche|childcare|kennels?|toilettage|dog groom\w+|car wash|auto-ecole|"
     r"driving school|coworking|estate agen\w+|agence immobiliere|plumb\w+|plombi\w+|electrici\w+|menuisi\w+|"
     r"carpent\w+|removals?|demenag\w+|cleaning (?:company|service)|menage|kinesitherap\w+|physio\w*|clinics?|"
     r"cliniques?|cordonn\w+|cobbler"),
    ("shopfront", "retail",
        r"shops?|stores?|boutiques?|magasins?|epiceries?|grocer(?:y|ies|s)?|supermarches?|supermarkets?|deli|"
        r"fromageries?|cheesemonger|butchers?|bouch(?:er|eries?)|caves? a vins?|bookshops?|librairies?|"
        r"jardineries?|garden cent(?:re|er)|quincaillerie|hardware store|concept store|market|marche|showrooms?|"
        r"pet shop|animalerie|caviste"),
    ("abstract", "ngo",
        r"ngo|ong|charit(?:y|ies)|associations?|non-?profit|donations?|dons?|donate|donat\w+|faire un don|donnez|"
        r"fondation|foundation|fundrais\w+|refuges?|shelters?|animal rescue|adopter un|adoption|benevol\w+|"
        r"volunteer\w*|humanitaire|humanitarian|solidarite|food bank|banque alimentaire|cause|collecte (?:de fonds|"
        r"de dons)|parrain\w+|sponsor a child|wells|puits|campagne de sensibilisation|awareness campaign"),
    ("abstract", "job",
        r"recrut\w+|recruit\w*|hiring|job (?:ad|offer|opening|vacanc\w+)|jobs?|offres? d'emploi|emplois?|cdi|cdd|"
        r"vacanc(?:y|ies)|join our team|rejoign\w+ (?:notre|l')\s?equipe|postul\w+|apply now|candidat\w+|"
        r"alternance|apprenti\w*|internship|stages?|careers?|carrieres?|we're looking for (?:a|an)|embauch\w+|"
        r"employer brand|marque employeur"),
    ("abstract", "service",
        r"law firm|lawyers?|solicitors?|avocats?|cabinet(?: d'avocats| de conseil| comptable)?|notaires?|"
        r"consult(?:ing|ancy|ants?)|conseils? (?:en|aux)|comptab\w+|experts?-comptables?|accountan\w+|coach(?:ing|"
        r"s)?|therap(?:y|ist|eute)|mediation|architects?|architectes?|agency|agence (?:de communication|web|"
        r"digitale)|home care|aide a domicile|soins a domicile|translation|traduction|interim|energy supplier|"
        r"fournisseur d'energie|electricite verte|solar panels?|panneaux solaires|isolation|renovation|insulation"),
    ("abstract", "health",
        r"vaccin\w*|prevention|depistage|screening|don du sang|blood donation|quit smoking|arreter de fumer|"
        r"mental health|sante mentale|hospitals?|hopital|hopitaux|medical centre|teleconsultation|hearing aids?|"
        r"appareils? auditifs?"),
    ("carton", "health",
        r"supplements?|complements? alimentaires?|vitamins?|vitamines?|magnesium|probioti\w+|pansements?|plasters|"
        r"medicaments?|medicines?|cough|sirop pour la toux|first aid|gummies"),
)  # fmt: skip
_CATEGORIES = tuple(
    (Category(subject, sector), re.compile(rf"(?<![\w'-])(?:{words})(?![\w-])")) for subject, sector, words in _TABLE
)
_ASKS_FOR_PEOPLE = re.compile(
    r"\b(?:hiring|recrut\w+|recruit\w*|job ad|offre d'emploi|cdi\b|rejoign\w+ (?:notre|l')\s?equipe|join our team|"
    r"postul\w+|vacancy|candidat\w+)\b"
)
_ASKS_FOR_GIFTS = re.compile(
    r"\b(?:faire un don|donate|donations?|charity|ngo|ong\b|donnez|dons\b|banque alimentaire|food bank|fundrais\w+|"
    r"benevoles?|volunteers?)\b"
)
_AD_TALK = re.compile(
    r"\b(?:brief|instagram|tiktok|youtube|tv spot|call to action|show(?:s|n|ing)? (?:the|a|us|our|no|people)|"
    r"never show|app(?:ear|ly)\b|apps? install|in stores?|google play|books? a|platforms? to run|media plan|"
    r"match(?:es|ing)? (?:the|our)|rings? true|landing page|for the social)\b"
)
_OTHER = Category("abstract", "other")


def is_thing(phrase: str) -> bool:
    """Whether a phrase names something that has a category."""
    folded = fold(phrase)
    return any(pattern.search(folded) for _, pattern in _CATEGORIES)


def find_category(product: str, told: str, brand: str, statements: list[Statement]) -> Category:
    """The category that the product's own words, then the brand's, then the rest of the brief speak for most.

    `told` is the sentence that names the product.
    """
    scores: dict[int, float] = {}
    _count(scores, re.split(r"\b(?:qui|que|that|which|for|pour)\b", product)[0], 8.0)
    _count(scores, brand, 4.0)
    _count(scores, told, 3.0)
    for statement in statements:
        if statement.field in (
            "prohibitions",
            "legal",
            "colours",
            "fonts",
            "formats",
            "tone",
            "deadline",
            "lengths",
            "url",
            "other",
            "audience",
            "cta",
        ):
            continue
        _count(
            scores,
            statement.text,
            3.0
            if statement.field == "product" or statement.is_title
            else 1.5
            if statement.field in ("brand", "background")
            else 0.5
            if statement.field == "message"
            else 1.0,
        )
    everything = " ".join(statement.folded for statement in statements if statement.field != "prohibitions")
    _boost(scores, everything)
    if not scores:
        return _OTHER
    best = max(scores, key=lambda index: (scores[index], -index))
    return _CATEGORIES[best][0]


def _count(scores: dict[int, float], text: str, weight: float) -> None:
    folded = _AD_TALK.sub(" ", fold(text))
    for index, (_, pattern) in enumerate(_CATEGORIES):
        hits = {match.group() for match in pattern.finditer(folded)}
        if hits:
            longest = max(len(hit.split()) for hit in hits)
            scores[index] = scores.get(index, 0.0) + weight * (1 + 0.4 * (longest - 1)) * min(2, len(hits)) ** 0.5


def _boost(scores: dict[int, float], folded: str) -> None:
    """A job ad or an appeal for gifts is one whatever else the organisation makes."""
    for pattern, sector in ((_ASKS_FOR_PEOPLE, "job"), (_ASKS_FOR_GIFTS, "ngo")):
        hits = {match.group() for match in pattern.finditer(folded)}
        if len(hits) > 1:
            index = next(i for i, (category, _) in enumerate(_CATEGORIES) if category.sector == sector)
            scores[index] = scores.get(index, 0.0) + 6.0 * len(hits)
