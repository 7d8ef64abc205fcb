-- What a feed brought before is found when it brings more.
CREATE INDEX rentree_turn_source ON rentree_turn (source) WHERE state IN ('ready', 'faulty');
