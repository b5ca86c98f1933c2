-- What is new on any node, asked once a second by each node on which somebody waits.
CREATE INDEX exchange_event_moment ON exchange_event (occurred_at, office, event_number);
