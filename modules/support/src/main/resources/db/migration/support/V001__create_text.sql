CREATE TABLE support_text (
  kind         VARCHAR(8) ${ascii} NOT NULL COMMENT 'FAQ, GUIDE, TERM, NEWS',
  name         VARCHAR(60) NOT NULL COMMENT 'part of its address',
  topic        VARCHAR(60) NOT NULL COMMENT 'FAQ: letter of its category; TERM: its reading; NEWS: its mark',
  title        VARCHAR(200) NOT NULL,
  keywords     VARCHAR(500) NOT NULL COMMENT 'further words people use for it',
  summary      VARCHAR(300) NOT NULL,
  body         LONGTEXT NOT NULL COMMENT 'Markdown with placeholders',
  position     INT NOT NULL COMMENT 'order in lists',
  published_on DATE NULL COMMENT 'NEWS alone',
  version      BIGINT NOT NULL,
  PRIMARY KEY (kind, name)
);

CREATE TABLE support_revision (
  id        INT NOT NULL,
  counted   BIGINT NOT NULL COMMENT 'grows with each change of a text',
  loaded_at DATETIME(6) NULL COMMENT 'UTC; when the shipped texts came in, once for ever',
  version   BIGINT NOT NULL,
  PRIMARY KEY (id)
);

INSERT INTO support_revision VALUES (1, 0, NULL, 1);
