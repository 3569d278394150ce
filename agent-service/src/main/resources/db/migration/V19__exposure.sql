-- Whether a model had read what neither its user nor the operator wrote (a document, the result of a tool) when it said this.
-- Of what is there, nobody knows.
alter table turn_step add column exposed boolean not null default true;
alter table memory add column exposed boolean not null default true;
