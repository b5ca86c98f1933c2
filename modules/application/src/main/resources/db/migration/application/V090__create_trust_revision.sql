CREATE TABLE application_trust_revision (
  id INT NOT NULL PRIMARY KEY,
  counted BIGINT NOT NULL COMMENT 'grows with each decision; whoever decides waits here for whoever else does'
);
INSERT INTO application_trust_revision (id, counted) VALUES (1, 0);
