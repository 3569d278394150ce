package dev.parley.testing.architecture.examples.plain;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;

class FieldInjection {
    @Autowired
    @Nullable
    Runnable work;
}
