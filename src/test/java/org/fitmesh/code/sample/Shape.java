package org.fitmesh.code.sample;

import org.eclipse.microprofile.graphql.Description;
import org.eclipse.microprofile.graphql.NonNull;

/** An interface that is sealed, so that its implementations are known. */
public sealed interface Shape permits Shape.Circle, Shape.Square {
    /** In square metres. */
    @NonNull
    @Description("In square metres")
    Double getArea();

    /** One of them. */
    record Circle(double radius) implements Shape {
        @Override
        @NonNull
        public Double getArea() {
            return Math.PI * radius * radius;
        }
    }

    /** The other. */
    record Square(double side) implements Shape {
        @Override
        @NonNull
        public Double getArea() {
            return side * side;
        }
    }
}
