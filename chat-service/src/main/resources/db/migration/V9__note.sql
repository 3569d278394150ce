-- What a client's own protocol wants said again by every answer, in its words.
alter table turn add column note text;
