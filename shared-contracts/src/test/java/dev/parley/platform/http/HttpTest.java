package dev.parley.platform.http;

import dev.parley.testing.backing.BackingServices;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/** A test against the running {@link ThingService}; all of them share it. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ThingService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.application.name=thing-service", "VERSION=1.2.3", "MAX_REQUEST_BYTES=4096"})
@BackingServices
@interface HttpTest {}
