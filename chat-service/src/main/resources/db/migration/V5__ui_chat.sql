-- Pages name their chats themselves: which conversation each is, for all replicas.
create table ui_chat (
    owner_kind      text        not null,
    owner_id        text        not null,
    chat_id         text        not null,
    conversation_id uuid        not null,
    created_at      timestamptz not null default now(),
    primary key (owner_kind, owner_id, chat_id)
);
create index ui_chat_by_conversation on ui_chat (conversation_id);
create index ui_chat_by_owner on ui_chat (owner_id);

call platform.protect('ui_chat', $$(lower(owner_kind) || ':' || owner_id)$$);
