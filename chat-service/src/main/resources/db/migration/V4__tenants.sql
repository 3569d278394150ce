-- Whose rows are whose: see platform.protect.
call platform.protect('turn', $$(lower(owner_kind) || ':' || owner_id)$$);
call platform.protect('conversation_access', $$(lower(principal_kind) || ':' || principal_id)$$);
call platform.share('conversation', 'that it is there, or is gone; who may use it is in conversation_access');
call platform.share('erased_person', 'ids of people who are gone, and nothing of them');
