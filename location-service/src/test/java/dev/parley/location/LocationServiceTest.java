package dev.parley.location;

import dev.parley.testing.backing.BackingServices;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.TestConstructor;

/** The whole service on a real broker and a real database; all tests of this kind share one. */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = LocationService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"management.server.port=0", "ALGORITHM=HS256", "SECRET_KEY=" + LocationServiceTest.SECRET})
@BackingServices
@TestConstructor(autowireMode = TestConstructor.AutowireMode.ALL)
public @interface LocationServiceTest {
    /** What all services sign and verify access tokens with. */
    String SECRET = "a-secret-for-tests-of-location-service";
}
