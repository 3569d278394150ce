call platform.share('cached_answer', 'what is where, which is the same for everybody');
call platform.share('lookup_result', 'answers by the ids of questions, which do not say who asks');
