-- Whether anybody has answered for a child is asked for each child that was told of.
DROP INDEX agreement_answer_child;
CREATE INDEX agreement_answer_child ON agreement_answer (child_id, dispositif_id, current);
