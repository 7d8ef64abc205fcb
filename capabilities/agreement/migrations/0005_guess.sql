-- Wrong codes are counted where those of cards are (ADR 0021).
DROP TABLE agreement_reply_guess;
