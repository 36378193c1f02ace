"""English sound-out in Kokoro's own alphabet, by the lexicon and rules that hibari brings."""

from __future__ import annotations

from collections.abc import Sequence

from admaker_desktop.providers.draft.speech.text import SpokenWord

_PUNCTUATION = ',;:.!?…—"“”()'


class EnglishReader:
    """Words to phonemes, in context ("read", "the apple", "live"); not thread-safe."""

    def __init__(self, *, british: bool = False) -> None:
        # its lexicons take 0.5 s; the package has no type hints
        from hibari.g2p import G2P  # type: ignore[import-untyped,unused-ignore]

        self._g2p = G2P(british=british)

    def phonemes(self, words: Sequence[SpokenWord]) -> list[str]:
        """The phonemes of each word; "" for what has none."""
        text = " ".join(word.text + word.pause for word in words)
        tokens = self._g2p.phonemize_tokens(self._g2p.tokenize(text))
        found = [""]
        for token in tokens:
            found[-1] += token.phonemes or ""
            if token.whitespace:
                found.append("")
        if len(found) != len(words):  # cannot happen: its tokens never cross a space
            raise ValueError(f"{len(words)} words were read as {len(found)}.")
        return [phonemes.strip(_PUNCTUATION + " ") for phonemes in found]
