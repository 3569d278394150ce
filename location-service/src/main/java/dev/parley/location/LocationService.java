package dev.parley.location;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The places side: where things are, and what is there. */
@SpringBootApplication(proxyBeanMethods = false)
public class LocationService {
    protected LocationService() {}

    public static void main(String[] arguments) {
        SpringApplication.run(LocationService.class, arguments);
    }
}
