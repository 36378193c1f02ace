"""The labels that clients put before the parts of a brief, in both languages, and the field that each stands for."""

from __future__ import annotations

import re

from admaker_desktop.providers.draft.reading.words import fold

LABELS: dict[str, str] = {
    "brand": "brand, brand name, marque, nom de marque, nom de la marque, client, annonceur, advertiser, company, "
    "company name, entreprise, societe, "
    "enseigne, organisation, organization, association, ong, charity, employer, employeur, maison, restaurant "
    "name, nom du restaurant, etablissement, venue",
    "product": "product, product name, produit, nom du produit, service, produit ou service, product or service, "
    "produit/service, product/service, what we sell, "
    "ce que nous vendons, ce qu'on vend, lancement, launch, launching, subject of the ad, sujet de la pub, a "
    "promouvoir, event, evenement, role, job, job title, poste, "
    "intitule du poste, position, vacancy, campagne, campaign, app, application, offering, what it is, what is it, "
    "c'est quoi, the thing, what are we advertising, what",
    "offer": "offer, offre, deal, promo, promotion, price, prix, tarif, tarifs, pricing, discount, remise, special "
    "offer, launch offer, offre de lancement, incentive, "
    "offre commerciale, price and offer, prix et offre, reduction, bon plan, cost, conditions commerciales, "
    "tickets, ticket price, admission, billets, billetterie, entree, salary, salaire, remuneration, pay, package, "
    "l'offre du moment",
    "audience": "audience, target, target audience, target group, cible, cibles, coeur de cible, public, public cible, "
    "public vise, personas, persona, who, for whom, "
    "pour qui, a qui, qui, customers, clients cibles, clientele, demographic, demo, who is it for, c'est pour qui, "
    "profil recherche, cible prioritaire, targeting, ciblage",
    "message": "message, key message, single message, main message, message cle, message principal, message unique, "
    "core message, single minded proposition, smp, proposition, "
    "promise, promesse, promesse de marque, key takeaway, takeaway, a retenir, ce qu'il faut retenir, idee cle, "
    "idee principale, the one thing, one thing, main idea, big idea, "
    "insight and message, usp, accroche, core idea, ce qu'on veut dire, what we want to say, one-liner, key point, "
    "the idea, l'idee",
    "slogan": "slogan, tagline, baseline, strapline, signature, claim, signature de marque, endline",
    "benefits": "benefits, benefit, key benefits, benefices, benefice, benefices consommateur, avantages, avantage, "
    "atouts, atout, points forts, les plus, features, key features, "
    "fonctionnalites, selling points, key selling points, strengths, why it's good, points cles, key points, "
    "highlights, arguments, product benefits, benefices produit, "
    "avantages produit, les plus produit, supporting points, why us, pourquoi nous, ce que nous offrons, what we "
    "offer, ce qu'on propose, perks, caracteristiques, why, pourquoi",
    "proof": "proof, proofs, proof points, preuve, preuves, reasons to believe, reason to believe, rtb, raison d'y "
    "croire, raisons d'y croire, evidence, credentials, why believe it, "
    "support, supports, reassurance, elements de preuve, elements de reassurance, social proof, awards, "
    "recompenses, chiffres, chiffres cles, key figures, facts, stats, certifications, labels",
    "tone": "tone, tone of voice, ton, tonalite, voice, mood, style, ambiance, feel, look and feel, look & feel, vibe, "
    "personality, personnalite, atmosphere, tone and style, ton et style, esprit, "
    "mood and tone, ton de voix, tone & manner, tone and manner, register, registre",
    "cta": "cta, call to action, call-to-action, appel a l'action, appel a action, action, button, bouton, action "
    "attendue, desired action, what people should do, end with, "
    "finir sur, response, next step, what do you want people to do",
    "url": "url, website, site, site web, web, lien, link, landing page, page, adresse du site, internet, site "
    "internet, landing",
    "legal": "legal, legal line, legal lines, legal mention, legal mentions, mention legale, mentions legales, "
    "mentions, mention, mandatory, mandatories, mandatory line, mandatory lines, "
    "mandatory mention, mention obligatoire, mentions obligatoires, mandatory text, mandatory wording, legal text, "
    "legal copy, small print, disclaimer, disclaimers, texte legal, obligatoire, obligatoires, legals, "
    "compliance, compliance line, conditions, terms, t&cs, must include, must-have, must-haves, must have, must "
    "say, must appear, doit apparaitre, doit figurer, regulatory, mention reglementaire, "
    "mentions reglementaires, a faire figurer, risk warning, avertissement, warning, required wording, required "
    "line, elements obligatoires, contrainte legale, contraintes legales, legal stuff",
    "prohibitions": "prohibitions, prohibited, forbidden, interdits, interdit, interdictions, a eviter, a "
    "proscrire, a ne pas faire, don'ts, donts, don't, dont, do not, restrictions, avoid, to avoid, "
    "please avoid, never, jamais, surtout pas, ne pas dire, ne pas montrer, ne pas faire, no-go, no go, no-gos, no "
    "gos, lignes rouges, red lines, not allowed, banned, banned words, mots interdits, mots a eviter, "
    "words to avoid, exclusions, what to avoid, on ne veut pas, ce qu'on ne veut pas, we don't want, contraintes, "
    "constraints, taboos, tabous, off limits, off-limits, points de vigilance, things to avoid, ne jamais, no-nos, "
    "no-no's, no no's, hors sujet",
    "colours": "colours, colors, colour, color, couleurs, couleur, palette, brand colours, brand colors, palette de "
    "couleurs, colour palette, color palette, couleurs de la marque, code couleur, codes couleur, "
    "couleurs de marque, teintes, charte, charte graphique, brand palette, nos couleurs, our colours",
    "fonts": "fonts, font, typography, typo, typos, typographie, typographies, typeface, typefaces, police, polices, "
    "police de caracteres, type, brand font, polices de caracteres",
    "formats": "formats, format, ratios, ratio, aspect ratio, aspect ratios, sizes, dimensions, taille, tailles, "
    "deliverables, deliverable, livrables, livrable, placements, placement, channels, channel, "
    "canaux, canal, diffusion, media, medias, supports de diffusion, plateformes, platforms, platform, plateforme, "
    "where, ou, outputs, reseaux, versions, declinaisons, diffuse sur, where it runs, reseaux sociaux, ad formats",
    "lengths": "length, lengths, duration, durations, duree, durees, longueur, runtime, timing, running time, time "
    "length, temps, spot length, duree du film, duree du spot, how long, combien de temps",
    "languages": "language, languages, langue, langues, lang, version linguistique, voice-over language, langue de "
    "la voix off, versions linguistiques",
    "deadline": "deadline, due, due date, delivery, delivery date, livraison, date de livraison, date limite, date "
    "butoir, echeance, delai, delais, pour quand, when, timeline, planning, needed by, rendu, date de rendu, "
    "calendrier, due by, on air",
    "objective": "objective, objectif, objectifs, objectives, goal, goals, aim, but, but de la campagne, "
    "purpose, mission",
    "background": "background, context, contexte, about, a propos, about us, qui sommes-nous, presentation, le "
    "contexte, overview, project, projet, intro, introduction, le produit en bref, who we are, the brand, situation, "
    "summary, resume, subject, objet, sujet, brief, creative brief",
    "other": "budget, contact, contacts, music, musique, voix off, voice over, voiceover, voice-over, visuals, visuel, "
    "visuels, images, direction artistique, art direction, da, notes, note, nb, n.b, ps, p.s, attachments, "
    "pieces jointes, "
    "references, inspiration, inspirations, logo, photos, pictures, assets, kpis, kpi, competitors, concurrents, "
    "concurrence, competition, validation, approval, date, title, titre, author, auteur, de, from, to, divers, "
    "misc, misc., storyboard, scenario, remarque, remarques, question, questions, tel, phone, email, e-mail",
}

_FIELD_OF = {name.strip().replace("-", " "): field for field, names in LABELS.items() for name in names.split(",")}
_BARE_WORDS = frozenset(
    "our the your my a an le la les un une l notre nos votre vos de du des d of to for and et & the this cette ce "
    "cet en on pour cote niveau au question concernant as "
    "regarding then also finally so alors enfin puis main primary principal principale secondaire secondary "
    "desired wanted souhaite souhaitee souhaites souhaitees "
    "prevue prevu attendue ad ads film spot video pub campaign campagne exact exacte preferred ideal ideale "
    "ideally final finale 1 2 3 possible demandes demande required needed "
    "brand marque product produit key about client quelle quel quels quelles what is are sont est voulue voulu "
    "precise visee vise vises tres important importante strict strictly absolute absolus absolu".split()
)
_FREE_FORMS = (
    (re.compile(
        r"\b(?:(?:vous|nous|on) ne (?:voulez|voulons|veut|souhait\w+)|(?:you|we) (?:don't|do not) want|ne (?:faut |"
        r"doit |veut |veux )?(?:surtout |absolument )?(?:pas|jamais)|not to (?:say|show|do)|never (?:say|show|do)|"
        r"interdit|don'?ts?\b|to avoid|a eviter|must not)"), "prohibitions"),
    (re.compile(
        r"\b(?:want (?:people|them|viewers) to do|on veut qu'ils fassent|should (?:people|they|viewers) do|"
        r"que (?:doit on|doivent ils|faut il) faire|faire apres)\b"), "cta"),
    (re.compile(
        r"\b(?:should (?:people|they|viewers) (?:remember|take away|feel)|doi(?:t|vent) retenir|one thing|"
        r"seule chose|il faut retenir)\b"), "message"),
    (re.compile(
        r"\b(?:who (?:is it|it is|it's|are we|we are|we're) (?:for|talking|speaking)|a qui (?:on |s'|est|parl|"
        r"vous)|who we (?:want|talk)|we(?:'re| are) (?:talking|speaking) to)\b"), "audience"),
    (re.compile(
        r"\b(?:why (?:should they|people should|they should) believe|pourquoi (?:y croire|nous croire|"
        r"on peut y croire))\b"), "proof"),
    (re.compile(
        r"\b(?:mentions? (?:legales?|obligatoires?)|legal (?:line|text|mention|copy)s?|mandatory (?:line|text|"
        r"mention|wording)s?)\b"), "legal"),
    (re.compile(
        r"\b(?:what (?:we|do we|are we|we are) (?:sell|selling|launch|launching|advertis\w+)|que vendez vous|"
        r"what do you (?:sell|do|make)|ce qu(?:e|')\s?(?:on|nous) (?:vend|vendons|lance|lancons))\b"), "product"),
    (re.compile(
        r"\b(?:ou (?:sera|est|va|seront)|where (?:will|does|is)|sur quel\w* (?:reseau\w*|canaux|plateformes?))\b"),
     "formats"),
    (re.compile(r"\b(?:when (?:do )?(?:we|you) need|pour quand)\b"), "deadline"),
)  # fmt: skip
_QUESTION_WORDS = frozenset({"when", "what", "who", "where", "why", "ou", "qui", "never", "type", "action", "support"})
_MAX_LABEL_WORDS = 8


def find_label(label: str, *, exactly: bool = False) -> str:
    """The field that a label stands for; empty when it is none. `exactly` refuses looser wordings."""
    folded = re.sub(r"\([^)]*\)|\[[^\]]*\]", " ", fold(label))
    folded = re.sub(r"^[^\w]+|[^\w&]+$", "", re.sub(r"^[\W\d_]+", "", folded)).strip()
    folded = re.sub(r"[\s-]+", " ", folded)
    if not folded or len(folded.split()) > _MAX_LABEL_WORDS:
        return ""
    elided = re.sub(r"\b[ld]'", "", folded)
    words = [word for word in re.split(r"[\s/]+", elided) if word not in _BARE_WORDS]
    exact = _FIELD_OF.get(folded) or _FIELD_OF.get(" ".join(words), "")
    if exact or exactly:
        return exact
    told = next((field for pattern, field in _FREE_FORMS if pattern.search(folded)), "")
    return told or _field_of_head(elided, words, label)


def _field_of_head(elided: str, words: list[str], label: str) -> str:
    """The field of a label's first words when only a short complement follows: `audience for launch`."""
    all_words = elided.split()
    for size in range(len(all_words) - 1, 0, -1):
        head = " ".join(all_words[:size])
        if head in _QUESTION_WORDS or (
            _FIELD_OF.get(head) in ("product", "brand") and re.search(r"[a-z].*\s[A-ZÀ-Þ]", label)
        ):
            continue
        if head in _FIELD_OF and len(all_words) - size <= 3:
            return _FIELD_OF[head]
    return _FIELD_OF.get(words[0], "") if len(words) == 2 else ""
