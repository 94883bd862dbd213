package org.fitmesh.config;

import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Singleton;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A bean of which the application has one, injected itself and not by a client proxy: for what each
 * request calls several times. It is made with the first bean that it is injected into, so it must
 * not depend on that one.
 *
 * <p>A stereotype, since {@link Singleton} alone does not make a class a bean (CDI 4.0, section
 * 2.5.1 of CDI Full: bean defining annotations).
 */
@Stereotype
@Singleton
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unproxied {}
