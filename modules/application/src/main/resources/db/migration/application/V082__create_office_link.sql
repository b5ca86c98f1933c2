-- Several office numbers of one corporation: who looks at the state of whom.
CREATE TABLE application_office_link (
  viewer    CHAR(10) ${ascii} NOT NULL COMMENT 'office whose administrator looks on',
  office    CHAR(10) ${ascii} NOT NULL COMMENT 'office that is looked at',
  linked_at DATETIME(6) NOT NULL COMMENT 'UTC',
  PRIMARY KEY (viewer, office)
);
CREATE INDEX application_office_link_office ON application_office_link (office);
